/** A file that is not read, with what to do about it. Never leaves the reader. */
export class PackageError extends Error {
  override name = 'PackageError'

  constructor(
    message: string,
    readonly hint?: string,
  ) {
    super(message)
  }
}
