import type { Article } from '../article/article.js'
import { visit } from '../article/walk.js'
import type { SourcePlace } from '../pipeline.js'
import type { Placed } from '../renderers/renderer.js'

/**
 * Remembers which source each article of a collection came from, so that a message about a node finds its file however
 * late it comes. Nothing is looked at before there is a message, and no article is kept alive for it.
 */
export class NodeOwners {
  readonly #owners = new WeakMap<object, SourcePlace>()
  #waiting: { article: WeakRef<Article>; place: SourcePlace }[] = []
  #room = 1000

  add(article: Article, place: SourcePlace): void {
    this.#waiting.push({ article: new WeakRef(article), place })
    if (this.#waiting.length < this.#room) return
    // Of articles that are gone nobody will say anything.
    this.#waiting = this.#waiting.filter(each => each.article.deref())
    this.#room = 2 * this.#waiting.length + 1000
  }

  /** Returns the source of the article that a node or a place belongs to. */
  of(from: Placed | undefined): SourcePlace | undefined {
    if (!from) return undefined
    const known = () => this.#owners.get(from) ?? (from.position && this.#owners.get(from.position))
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
    for (const position of Object.values(article.data?.places ?? {})) this.#owners.set(position, place)
    if (article.meta.image) this.#owners.set(article.meta.image, place)
    visit(article, node => {
      this.#owners.set(node, place)
      if (node.position) this.#owners.set(node.position, place)
    })
  }
}
