import { element } from '../../xml.js'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageType = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** Every kind of relationship that the package uses (ISO/IEC 29500-1, 15.2). */
export const relationshipTypes = {
  document: `${office}/officeDocument`,
  app: `${office}/extended-properties`,
  custom: `${office}/custom-properties`,
  core: `${packageType}/metadata/core-properties`,
  styles: `${office}/styles`,
  numbering: `${office}/numbering`,
  settings: `${office}/settings`,
  fontTable: `${office}/fontTable`,
  theme: `${office}/theme`,
  footnotes: `${office}/footnotes`,
  comments: `${office}/comments`,
  header: `${office}/header`,
  footer: `${office}/footer`,
  image: `${office}/image`,
  hyperlink: `${office}/hyperlink`,
} as const

/** What one part refers to: ids `rId1`, `rId2` … in the order of first use, one for each target. */
export class Relationships {
  readonly #ids = new Map<string, string>()
  #markup = ''

  /** Returns the id of a part or file inside the package. */
  to(type: keyof typeof relationshipTypes, target: string): string {
    return this.#add(relationshipTypes[type], target, undefined)
  }

  /** Returns the id of an address outside the package. */
  toAddress(url: string): string {
    return this.#add(relationshipTypes.hyperlink, url, 'External')
  }

  /** Returns the id of a relationship of any type, named by its whole address. */
  as(type: string, target: string, external: boolean): string {
    return this.#add(type, target, external ? 'External' : undefined)
  }

  get isEmpty(): boolean {
    return this.#ids.size === 0
  }

  /** Returns the whole `.rels` part. */
  toXml(): string {
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${packageType}">${this.#markup}</Relationships>`
  }

  #add(type: string, target: string, mode: 'External' | undefined): string {
    const key = `${type} ${target}`
    let id = this.#ids.get(key)
    if (!id) {
      id = `rId${this.#ids.size + 1}`
      this.#ids.set(key, id)
      this.#markup += element('Relationship', {
        Id: id,
        Type: type,
        Target: target,
        TargetMode: mode,
      })
    }
    return id
  }
}
