const text = { type: 'string' }
const address = { type: 'string', pattern: '^https?://' }
const date = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$' }
const closed = (properties: object, required: string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})
const authors = {
  type: 'array',
  minItems: 1,
  items: { ...closed({ name: text, url: address, avatar: address }), minProperties: 1 },
}

/** JSON Feed 1.1 as its specification has it (jsonfeed.org/version/1.1), without extensions: it has no schema of its own. */
export const jsonFeedSchema = closed(
  {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: text,
    home_page_url: address,
    feed_url: address,
    description: text,
    next_url: address,
    icon: address,
    authors,
    language: text,
    hubs: { type: 'array', items: closed({ type: text, url: address }, ['type', 'url']) },
    items: {
      type: 'array',
      items: {
        ...closed(
          {
            id: { type: 'string', minLength: 1 },
            url: address,
            title: text,
            content_html: text,
            content_text: text,
            summary: text,
            image: address,
            date_published: date,
            date_modified: date,
            authors,
            tags: { type: 'array', items: text },
            language: text,
            attachments: {
              type: 'array',
              items: closed({ url: address, mime_type: text, size_in_bytes: { type: 'integer', minimum: 0 } }, [
                'url',
                'mime_type',
              ]),
            },
          },
          ['id'],
        ),
        anyOf: [{ required: ['content_html'] }, { required: ['content_text'] }],
      },
    },
  },
  ['version', 'title', 'items'],
)
