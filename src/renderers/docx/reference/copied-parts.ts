import type { Package } from '../../../ooxml/open-package.js'
import { partAt } from '../../../ooxml/open-package.js'
import { elementsOf } from '../../../ooxml/xml-tree.js'
import { element } from '../../xml.js'
import { fillFields } from './fill-fields.js'
import { inSchemaOrder } from './in-schema-order.js'
import { rawAttribute, rawElements, rawInside, rawRoot } from './raw-xml.js'

/** A relationship as its part has it. */
export interface RawRelationship {
  id: string
  type: string
  target: string
  external: boolean
}

/** A part of the letterhead in the new package. */
export interface CopiedPart {
  path: string
  bytes: Uint8Array
  /** Its media type; none for parts of relationships. */
  type: string | undefined
}

/** Takes parts of a letterhead over into the new package, each with all that it refers to, under a folder of their own. */
export class CopiedParts {
  readonly #file: Package
  readonly #values: { readonly [name: string]: string | undefined }
  readonly #paths = new Map<string, string>()
  readonly parts: CopiedPart[] = []

  /** `values` fill in `{{title}}` and the like. */
  constructor(file: Package, values: { readonly [name: string]: string | undefined }) {
    this.#file = file
    this.#values = values
  }

  /** Returns where a part stands in the new package, as a relationship names it; undefined where it is missing. */
  copy(path: string): string | undefined {
    const known = this.#paths.get(path)
    if (known !== undefined) return known
    const bytes = this.#file.bytes(path)
    if (!bytes) return undefined
    const copied = `/word/reference/${this.#paths.size + 1}-${path.slice(path.lastIndexOf('/') + 1).replace(/[^\w.-]/g, '_')}`
    this.#paths.set(path, copied)
    this.parts.push({ path: copied.slice(1), bytes: this.#filled(path, bytes), type: this.#typeOf(path) })
    const relationships = this.relationships(path)
    if (relationships.length > 0) this.parts.push(this.#relationshipsOf(copied, relationships))
    return copied
  }

  /** Returns the relationships of a part, their types whole. */
  relationships(path: string): RawRelationship[] {
    const slash = path.lastIndexOf('/')
    const folder = path.slice(0, slash + 1)
    const bytes = this.#file.bytes(`${folder}_rels/${path.slice(slash + 1)}.rels`)
    if (!bytes) return []
    const all = rawElements(rawInside(rawRoot(new TextDecoder().decode(bytes))))
    return all.map(({ raw }) => {
      const target = rawAttribute(raw, 'Target') ?? ''
      const external = rawAttribute(raw, 'TargetMode') === 'External'
      return {
        id: rawAttribute(raw, 'Id') ?? '',
        type: rawAttribute(raw, 'Type') ?? '',
        target: external ? target : partAt(folder, target),
        external,
      }
    })
  }

  #relationshipsOf(copied: string, relationships: readonly RawRelationship[]): CopiedPart {
    const slash = copied.lastIndexOf('/')
    const entries = relationships.map(({ id: Id, type: Type, target, external }) => {
      const Target = external ? target : this.copy(target)
      return Target === undefined
        ? ''
        : element('Relationship', { Id, Type, Target, TargetMode: external ? 'External' : undefined })
    })
    const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join('')}</Relationships>`
    const path = `${copied.slice(1, slash)}/_rels/${copied.slice(slash + 1)}.rels`
    return { path, bytes: new TextEncoder().encode(xml), type: undefined }
  }

  /** Texts lose what binds them to data that stays behind (ISO/IEC 29500-1, 17.5.2.6), and get their fields filled in. */
  #filled(path: string, bytes: Uint8Array): Uint8Array {
    if (!/\/(header|footer)\d*\.xml$/.test(path)) return bytes
    const xml = new TextDecoder().decode(bytes).replace(/<w:dataBinding\b[^>]*\/>/g, '')
    return new TextEncoder().encode(inSchemaOrder(fillFields(xml, this.#values)))
  }

  #typeOf(path: string): string | undefined {
    const types = elementsOf(this.#file.xml('[Content_Types].xml')).map(each => each.attributes)
    const own = types.find(each => each.PartName?.toLowerCase() === `/${path.toLowerCase()}`)
    const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
    return (own ?? types.find(each => each.Extension?.toLowerCase() === extension))?.ContentType
  }
}
