/**
 * Stands in for the package `string-width` in the command's bundle: the help is plain ASCII, and the tables and patterns for
 * every script and emoji would take half of its time.
 */
export default function stringWidth(text) {
  return text.length
}
