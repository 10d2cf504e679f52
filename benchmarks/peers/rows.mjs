// Reads rows as a screen would, and what a result has to contain.
import { strhash } from './gen.mjs'
let sink = 0
export const sunk = () => sink
export const reader = (p) => (row) => {
  let s = row.id + row.name.length + row.name.charCodeAt(0) + row.age
  const rs = p.rolesOf(row)
  for (let i = 0; i < rs.length; i++) {
    const r = rs[i],
      t = p.titleOf(r)
    s += p.roleIdOf(r) + p.levelOf(r) + t.length + t.charCodeAt(0)
  }
  sink = (sink + s) | 0
}
export const readFlat = (row) => {
  sink = (sink + row.id + row.name.length + row.name.charCodeAt(0) + row.age) | 0
}
export const readFound = (row) => {
  sink = (sink + row.name.length + row.age) | 0
}
function rowHash(p, row) {
  let h = Math.imul(row.id, 31) + Math.imul(strhash(row.name), 17) + row.age * 7
  for (const r of p.rolesOf(row)) h += Math.imul(p.roleIdOf(r), 1009) + p.levelOf(r) * 101 + strhash(p.titleOf(r))
  return h | 0
}
// The hash of the first 50 rows of a live result; the order of roles within a row does not matter.
export function hash50(p, live) {
  let h = 0
  live.first(50, (row) => {
    h = (Math.imul(h, 31) + rowHash(p, row)) | 0
  })
  return h
}
