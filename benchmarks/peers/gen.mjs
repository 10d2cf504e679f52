// Deterministic dataset D(N). See README.md "Dataset" - every draw is in a fixed order.
import { fileURLToPath } from 'node:url'

export function mulberry32(a) {
  return function () {
    // returns an unsigned 32-bit int
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return (t ^ (t >>> 14)) >>> 0
  }
}
export class Rng {
  constructor(seed) {
    this.next = mulberry32(seed)
  }
  int(k) {
    return Math.floor((this.next() * k) / 4294967296)
  } // exact: u32*k < 2^53
  letters(n) {
    let s = ''
    for (let i = 0; i < n; i++) s += String.fromCharCode(97 + this.int(26))
    return Buffer.from(s).toString('latin1')
  } // flat string
}
export function generate(N) {
  const g = new Rng(42),
    R = Math.max(10, Math.floor(N / 100))
  const users = new Array(N),
    roles = new Array(R),
    pivots = new Array(5 * N)
  for (let i = 1; i <= N; i++) {
    const name = g.letters(10),
      age = 18 + g.int(63),
      active = g.int(10) < 8
    users[i - 1] = { id: i, name, age, active }
  }
  for (let r = 1; r <= R; r++) roles[r - 1] = { id: r, title: g.letters(8) }
  let p = 0
  for (let i = 1; i <= N; i++) {
    const seen = []
    while (seen.length < 5) {
      const r = 1 + g.int(R)
      if (seen.includes(r)) continue
      seen.push(r)
      pivots[p++] = { userId: i, roleId: r, level: 1 + g.int(5) }
    }
  }
  return { N, R, users, roles, pivots }
}
export function nested(d) {
  const out = d.users.map((u) => ({ ...u, roles: [] })),
    rt = new Map(d.roles.map((r) => [r.id, r]))
  for (const p of d.pivots) {
    const r = rt.get(p.roleId)
    out[p.userId - 1].roles.push({ id: r.id, title: r.title, pivot: { level: p.level } })
  }
  return out
}
export function strhash(s) {
  let h = 0
  for (let i = 0; i < s.length; i++) h = (Math.imul(h, 31) + s.charCodeAt(i)) | 0
  return h
}
export function dataHash(d) {
  let h = 0
  for (const u of d.users)
    h = (Math.imul(h, 31) + (Math.imul(u.id, 31) + Math.imul(strhash(u.name), 17) + u.age * 7 + (u.active ? 1 : 0))) | 0
  for (const r of d.roles) h = (Math.imul(h, 31) + (Math.imul(r.id, 31) + strhash(r.title))) | 0
  for (const p of d.pivots) h = (Math.imul(h, 31) + (Math.imul(p.userId, 31) + Math.imul(p.roleId, 17) + p.level)) | 0
  return h
}
// Driver-side reference model (naive, used only for verification)
export class Model {
  constructor(d) {
    this.users = new Map(d.users.map((u) => [u.id, { ...u }]))
    this.titles = new Map(d.roles.map((r) => [r.id, r.title]))
    this.pv = new Map(d.users.map((u) => [u.id, new Map()]))
    for (const p of d.pivots) this.pv.get(p.userId).set(p.roleId, p.level)
    this.activeIds = d.users.filter((u) => u.active).map((u) => u.id)
  }
  rowHash(id) {
    const u = this.users.get(id)
    let h = Math.imul(u.id, 31) + Math.imul(strhash(u.name), 17) + u.age * 7
    for (const [r, lv] of this.pv.get(id)) h += Math.imul(r, 1009) + lv * 101 + strhash(this.titles.get(r))
    return h | 0
  }
  sorted() {
    return this.activeIds
      .map((i) => this.users.get(i))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id - b.id))
  }
  main() {
    const s = this.sorted()
    let h = 0
    for (let i = 0; i < Math.min(50, s.length); i++) h = (Math.imul(h, 31) + this.rowHash(s[i].id)) | 0
    return { count: s.length, hash: h }
  }
  withRole(r) {
    const out = []
    for (const [u, m] of this.pv) if (m.has(r)) out.push(u)
    return out
  }
}
// node gen.mjs N...: the hashes of the dataset, to compare with those of another language
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const n of process.argv.slice(2).map(Number)) {
    const data = generate(n),
      main = new Model(data).main()
    console.log(`N ${n} dataHash ${dataHash(data)} active ${main.count} mainHash50 ${main.hash}`)
  }
}
