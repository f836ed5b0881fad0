import type { Article } from '../article/article.js'
import { visit } from '../article/walk.js'
import type { SourcePlace } from '../pipeline.js'
import type { Placed } from '../renderers/renderer.js'

/**
 * Remembers which source each article of a collection came from, so that a message about a node finds its file however
 * late it comes. No article is kept alive for it. A renderer that says which article it is at costs nothing; for any other
 * the nodes of all articles that are still there are looked through, once there is a message.
 */
export class NodeOwners {
  readonly #places = new WeakMap<object, SourcePlace>()
  #at: Article | undefined
  #waiting: { article: WeakRef<Article>; place: SourcePlace }[] = []
  #room = 1000

  add(article: Article, place: SourcePlace): void {
    this.#places.set(article, place)
    // A weak reference keeps its article through the quick collections, and then only the slow ones find it gone.
    if (this.#at) return
    this.#waiting.push({ article: new WeakRef(article), place })
    if (this.#waiting.length < this.#room) return
    // Of articles that are gone nobody will say anything.
    this.#waiting = this.#waiting.filter(each => each.article.deref())
    this.#room = 2 * this.#waiting.length + 1000
  }

  /** Notes which article the renderer is at. */
  about(article: Article): void {
    this.#at = article
    this.#waiting = []
  }

  /** Returns the source of the article that a node or a place belongs to. */
  of(from: Placed | undefined): SourcePlace | undefined {
    if (!from) return undefined
    if (this.#at) return this.#places.get(this.#at)
    const known = () => this.#places.get(from) ?? (from.position && this.#places.get(from.position))
    let owner = known()
    while (!owner && this.#waiting.length > 0) {
      const { article, place } = this.#waiting.pop()!
      const alive = article.deref()
      if (alive) this.#learn(alive, place)
      owner = known()
    }
    return owner
  }

  #learn(article: Article, place: SourcePlace): void {
    for (const position of Object.values(article.data?.places ?? {})) this.#places.set(position, place)
    if (article.meta.image) this.#places.set(article.meta.image, place)
    visit(article, node => {
      this.#places.set(node, place)
      if (node.position) this.#places.set(node.position, place)
    })
  }
}
