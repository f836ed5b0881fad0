/**
 * Where text runs in columns, pictures at least so wide for their height, side by side taken together, stand across all of
 * them: in one column little of them could be seen.
 */
export const WIDE_ASPECT = 1.75

/** How much of a page's height a picture that fills the measure takes at most: a taller one would leave the page before it half empty. */
export const TALLEST_PICTURE = 0.58
