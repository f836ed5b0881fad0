import { Ajv2020 } from 'ajv/dist/2020.js'

const formats = {
  uri: (value: string) => /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value),
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
}

/** Returns a judge of ninjs objects by IPTC's JSON Schema and the GeoJSON schema it refers to; it answers with the faults. */
export function ninjsJudge(schema: object, geojson: object): (item: unknown) => string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats })
  const { $schema: _draft, ...plain } = geojson as { $schema?: string }
  ajv.addSchema(plain, 'https://geojson.org/schema/GeoJSON.json')
  const validate = ajv.compile(schema)
  return item =>
    validate(item) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
