// W8: what stays on the heap after loading, and with the main query open. The source objects are dropped.
import { generate } from '../gen.mjs'
import { reader } from '../rows.mjs'
async function usedHeap() {
  for (let i = 0; i < 4; i++) {
    globalThis.gc()
    await new Promise((r) => setTimeout(r, 20))
  }
  return process.memoryUsage().heapUsed
}
export async function mem(bench) {
  const { N, print } = bench,
    p = await bench.make(),
    before = await usedHeap()
  const retained = async (workload, more = {}) => {
    const bytes = (await usedHeap()) - before
    print.line(workload, { bytes_per_user: Math.round(bytes / N), total_mb: +(bytes / 1e6).toFixed(2), ...more })
  }
  await (async () => p.setup(generate(N)))()
  await retained('W8load')
  const h = await p.liveMain(() => {})
  h.first(50, reader(p))
  await retained('W8live', { rows: h.size() })
}
