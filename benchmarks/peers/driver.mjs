// node --expose-gc driver.mjs <peer> <group> <N>: prints one JSON line per workload; see README.md for what each of them is.
import { generate, Rng, Model } from './gen.mjs'
import { printer } from './measure.mjs'
import { sunk } from './rows.mjs'
const GROUPS = {
  load: 'oneshot',
  find: 'oneshot',
  query: 'oneshot',
  live: 'live',
  many: 'many',
  window: 'window',
  exists: 'exists',
  mem: 'mem',
}
const [, , name, group, size] = process.argv
const N = +size,
  variant = name.includes('+') ? name.split('+')[1] : ''
const { default: Peer } = await import(`./peer-${name.replace(/[+:].*$/, '')}.mjs`)
Peer.prototype.titleOf ??= function (r) {
  return r.title
}
Peer.prototype.roleIdOf ??= function (r) {
  return r.id
}
const data = generate(N)
const bench = {
  N,
  Peer,
  variant,
  data,
  model: new Model(data),
  rng: new Rng(7),
  print: printer(name, N),
  async make() {
    const p = new Peer(variant)
    await p.create()
    return p
  },
  async loaded() {
    const p = await this.make()
    await p.setup(data)
    return p
  },
}
try {
  const workloads = await import(`./workloads/${GROUPS[group]}.mjs`)
  await workloads[group](bench)
} catch (e) {
  console.error(e)
  bench.print.fail(group, 'error', { detail: String(e.message ?? e).slice(0, 200) })
  process.exitCode = 1
}
if (sunk() === 123456789) console.error(sunk())
process.exit()
