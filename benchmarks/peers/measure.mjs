// Timing, budgets and the lines that are printed. CPU time is that of the whole process, garbage collection and compiler threads
// included: robust on a machine shared with other jobs.
const WARM_MS = +(process.env.WARM_MS ?? 800),
  MEAS_MS = +(process.env.MEAS_MS ?? 1200)
const WARM_AT_LEAST = 200000,
  WARM_BUDGETS = 10,
  MAX_REPS = 5000
export const now = () => performance.now()
export const med = (a) => {
  const s = [...a].sort((x, y) => x - y)
  return s[s.length >> 1]
}
export const assert = (c, m) => {
  if (!c) throw new Error('VERIFY FAILED: ' + m)
}
// Time spent on verification that costs more than what it verifies: it counts against no budget.
let cpuAside = 0,
  wallAside = 0
const usedMs = () => {
  const c = process.cpuUsage()
  return (c.user + c.system) / 1000
}
const cpuMs = () => usedMs() - cpuAside
function aside(verify) {
  const cpu = usedMs(),
    wall = now()
  verify()
  cpuAside += usedMs() - cpu
  wallAside += now() - wall
}
let started,
  last = 0
export const cpuStart = () => {
  started = process.cpuUsage()
}
// CPU microseconds since cpuStart()
export const cpuStop = () => {
  const c = process.cpuUsage(started)
  return (last = c.user + c.system)
}
// The CPU times of the last loop, one per measured step.
export let cpus = []
// Runs step(i): unmeasured until the compiler had time to see it (a number of steps, but no more than some budgets), then measured.
// What that left behind is collected in between.
export async function loop(step, { budgets = 1, maxReps = MAX_REPS, minReps = 5, onSample }) {
  let i = 0,
    t = cpuMs(),
    first,
    least = Infinity
  do {
    const t1 = now() - wallAside
    await step(i++)
    const took = now() - wallAside - t1
    first ??= took
    least = Math.min(least, took)
  } while (cpuMs() - t < WARM_MS || (i < WARM_AT_LEAST && cpuMs() - t < WARM_BUDGETS * WARM_MS && least < 100))
  if (first > 30000) minReps = 1
  else if (first > 5000) minReps = 2
  else if (first > 1000) minReps = Math.min(minReps, 3)
  aside(() => globalThis.gc?.())
  t = cpuMs()
  let k = 0
  cpus = []
  while ((cpuMs() - t < budgets * MEAS_MS && k < maxReps) || k < minReps) {
    const r = await step(i++)
    cpus.push(last)
    onSample(r)
    k++
  }
}
// Operations that start from nothing each time
export const loads = { budgets: 2, maxReps: 30, minReps: 3 }
export function printer(peer, n) {
  const line = (workload, more) => console.log(JSON.stringify({ peer, workload, n, ...more }))
  return {
    line,
    emit(workload, samples, extra = {}) {
      const s = Float64Array.from(samples).sort(),
        q = (f) => s[Math.min(s.length - 1, Math.floor(f * s.length))],
        us = (ms) => +(ms * 1000).toFixed(3)
      line(workload, { median_us: us(q(0.5)), p99_us: us(q(0.99)), min_us: us(s[0]), reps: s.length, ...extra })
    },
    // changes of which every one was verified
    changes(workload, a) {
      this.emit(
        workload,
        a.map((x) => x.ms),
        {
          cpu_us: med(a.map((x) => x.cpu)),
          total_us: +(med(a.map((x) => x.total)) * 1000).toFixed(1),
          notifications: med(a.map((x) => x.notifications)),
          verified: true,
        },
      )
    },
    fail(workload, status, extra = {}) {
      line(workload, { median_us: null, p99_us: null, reps: 0, status, ...extra })
    },
  }
}
// Waits for the subscriber of a live query
export class Latch {
  constructor(peer) {
    this.peer = peer
    this.count = 0
    this.t = 0
  }
  hit() {
    this.t = now()
    this.count++
    if (this.res) {
      const r = this.res
      this.res = null
      r()
    }
  }
  async change(write) {
    this.count = 0
    cpuStart()
    const t0 = now()
    write()
    const tCall = now()
    if (this.count === 0)
      await new Promise((r) => {
        this.res = r
        if (this.peer.kick) this.peer.kick()
      })
    const ms = this.t - t0,
      s = this.peer.settle?.()
    if (s) await s
    const total = Math.max(now() - t0, tCall - t0),
      cpu = cpuStop()
    return { ms, total: s ? total : tCall - t0, cpu, notifications: this.count }
  }
  // a change of which nobody has to hear: until the write and what follows it are over
  async unheard(write) {
    this.count = 0
    cpuStart()
    const t = now()
    write()
    let ms = now() - t
    if (this.peer.kick) this.peer.kick()
    const s = this.peer.settle?.()
    if (s) {
      await s
      ms = now() - t
    }
    return { ms, cpu: cpuStop(), total: ms, notifications: this.count }
  }
}
// Measures steps that make one or several changes each; checks the result after the first three and the last.
export async function changes(print, names, check, step) {
  const acc = Object.fromEntries(names.map((n) => [n, []]))
  await loop(
    async (i) => {
      const r = await step(i)
      if (i < 3) aside(() => check(names[0]))
      return r
    },
    {
      onSample: (r) => {
        for (const n of names) acc[n].push(r[n])
      },
    },
  )
  check(names[0])
  for (const n of names) print.changes(n, acc[n])
}
