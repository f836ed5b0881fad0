#!/usr/bin/env node
import module from 'node:module'

// Node 22.1 and later keep compiled code between runs; Node 20 knows nothing of it.
const { enableCompileCache } = module as { enableCompileCache?: () => unknown }
enableCompileCache?.()
const { run } = await import('./cli/run.js')
await run(process.argv.slice(2))
