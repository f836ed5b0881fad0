/** Returns the medians of a set as a Markdown table, and its ratios beside what they may be at most. */
export function tableOf({ title, goals }, measured, rounds) {
  const rows = measured.map(row =>
    row.runs.length === 0
      ? `| ${row.name} | failed | – | – |`
      : `| ${row.name} | ${spread(row)} | ${shown(of(row, 'cpu'), 3)} | ${shown(of(row, 'memory'), 0)} |`,
  )
  const ratios = goals.flatMap(goal => ratioRow(goal, measured))
  return [
    `## ${title}`,
    '',
    `Median of ${rounds} ${rounds === 1 ? 'run' : 'runs'} (fastest–slowest), all rows in turn.`,
    '',
    '| program | wall, s | CPU, s | peak, MiB |',
    '|:--|--:|--:|--:|',
    ...rows,
    ...(ratios.length > 0 ? ['', '| ratio | wall | CPU | peak |', '|:--|--:|--:|--:|', ...ratios] : []),
    '',
  ].join('\n')
}

function ratioRow([oursName, peerName, ...limits], measured) {
  const ours = measured.find(row => row.name === oursName)
  const peer = measured.find(row => row.name === peerName)
  if (!ours?.runs.length || !peer?.runs.length) return []
  const cells = ['wall', 'cpu', 'memory'].map((what, index) => {
    const limit = limits[index]
    const ratio = `${shown(of(ours, what) / of(peer, what), 2)} ×`
    return limit === undefined ? ratio : `${ratio} (at most ${limit})`
  })
  return [`| ${oursName} : ${peerName} | ${cells.join(' | ')} |`]
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
}

function of(row, what) {
  return median(row.runs.map(run => run[what]))
}

function shown(number, digits) {
  return Number.isNaN(number) ? '–' : number.toFixed(digits)
}

function spread(row) {
  const walls = row.runs.map(run => run.wall)
  return `${shown(median(walls), 3)} (${shown(Math.min(...walls), 3)}–${shown(Math.max(...walls), 3)})`
}
