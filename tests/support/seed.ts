import fc from 'fast-check'

/**
 * Random articles are the same ones in every run, so that a change is judged by what it changes. `SEED=n npm test` looks
 * further afield.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.SEED ?? 20261123) })
