// W1, W2, W3: loading everything, reading by key, asking the main query once.
import { nested } from '../gen.mjs'
import { assert, cpuStart, cpuStop, cpus, loads, loop, med, now } from '../measure.mjs'
import { hash50, reader, readFound } from '../rows.mjs'
async function measureLoad({ N, data, print }, workload, make, input, run, verify = () => {}) {
  const samples = []
  await loop(
    async () => {
      const p = await make(),
        d = input()
      globalThis.gc()
      cpuStart()
      const t = now(),
        a = run(p, d)
      if (a) await a
      const ms = now() - t
      cpuStop()
      assert(p.find(N).name === data.users[N - 1].name, workload)
      verify(p)
      p.dispose?.()
      return ms
    },
    { ...loads, onSample: (ms) => samples.push(ms) },
  )
  print.emit(workload, samples, { cpu_us: med(cpus) })
}
export async function load(bench) {
  const { N, Peer, variant, data } = bench,
    flat = () => data,
    make = () => bench.make()
  await measureLoad(bench, 'W1', make, flat, (p, d) => p.load(d))
  if (Peer.prototype.loadInitial)
    await measureLoad(
      bench,
      'W1init',
      () => new Peer(variant),
      flat,
      (p, d) => p.loadInitial(d),
    )
  if (Peer.prototype.loadNested)
    await measureLoad(
      bench,
      'W1n',
      make,
      () => nested(data),
      (p, d) => p.loadNested(d),
      (p) => assert(p.countPivots() === 5 * N, 'W1n pivots ' + p.countPivots()),
    )
}
export async function find(bench) {
  const { N, model, rng, print } = bench,
    p = await bench.loaded(),
    READS = 1000
  const ids = Array.from({ length: READS }, () => 1 + rng.int(N)),
    samples = []
  for (const id of ids) assert(p.find(id).name === model.users.get(id).name, 'W2')
  await loop(
    () => {
      cpuStart()
      const t = now()
      for (let i = 0; i < READS; i++) readFound(p.find(ids[i]))
      const ms = (now() - t) / READS
      cpuStop()
      return ms
    },
    { onSample: (s) => samples.push(s) },
  )
  print.emit('W2', samples, {
    note: `per op, batches of ${READS}`,
    ops_per_s: Math.round(1000 / med(samples)),
    cpu_us: med(cpus) / READS,
  })
}
export async function query(bench) {
  const { model, print } = bench,
    p = await bench.loaded(),
    read = reader(p),
    samples = [],
    expected = model.main()
  let hash, size
  await loop(
    async () => {
      cpuStart()
      const t = now(),
        r = p.queryAll(),
        rows = r.then ? await r : r,
        n = Math.min(50, rows.length)
      for (let i = 0; i < n; i++) read(rows[i])
      const ms = now() - t
      cpuStop()
      size = rows.length
      hash = hash50(p, {
        first: (k, f) => {
          for (let i = 0; i < Math.min(k, rows.length); i++) f(rows[i])
        },
      })
      return ms
    },
    { onSample: (s) => samples.push(s) },
  )
  print.emit('W3', samples, {
    cpu_us: med(cpus),
    rows: size,
    hash50: hash,
    ok: hash === expected.hash && size === expected.count,
  })
  assert(
    hash === expected.hash && size === expected.count,
    `W3 hash ${hash} vs ${expected.hash}, rows ${size} vs ${expected.count}`,
  )
}
