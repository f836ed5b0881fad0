import { defineConfig } from 'standfirst'
import { radio } from './radio.mjs'

export default defineConfig({ template: 'wire', plugins: [radio] })
