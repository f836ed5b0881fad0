declare module 'commonmark-spec' {
  /** Every example of the CommonMark specification. Tabs are written as `→`. */
  export const tests: readonly { markdown: string; html: string; section: string; number: number }[]
}
