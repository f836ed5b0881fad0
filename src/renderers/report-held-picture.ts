import type { Placed, RenderContext } from './renderer.js'

/** Says of a picture that the source itself holds that a format which only links to pictures leads to an empty place. */
export function reportHeldPicture(
  url: string,
  place: Placed,
  { held, report }: Pick<RenderContext<unknown>, 'held' | 'report'>,
): void {
  if (held?.(url, place))
    report(
      `the picture \`${url}\` stands in the source alone: the link to it leads to nothing yet`,
      'picture-held',
      place,
    )
}
