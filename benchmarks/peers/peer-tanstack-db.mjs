import {
  createCollection,
  localOnlyCollectionOptions,
  createLiveQueryCollection,
  eq,
  and,
  toArray,
  BTreeIndex,
  BasicIndex,
} from '@tanstack/db'
// variants: ''        = toArray() includes, reading the first 50 rows through the collection's iterator, autoIndex eager with BTreeIndex
//           'arr'     = the same but the subscriber reads collection.toArray (what useLiveQuery's `data` gives)
//           'flat'    = flat 3-way join (5 rows per user), ordered by name, no nesting
//           'noidx'   = as '' without indexes (library default)
//           'loc'     = as '' with the library's default (locale) string order; '' sets the collections' defaultStringCollation to lexical
//           'clause'  = lexical given only in the orderBy clause: the automatic index then has another collation and cannot serve the window
const LEX = { direction: 'asc', stringSort: 'lexical' }
let seq = 0
const coll = (name, getKey, initialData, variant) =>
  createCollection(
    localOnlyCollectionOptions({
      id: `${name}-${++seq}`,
      getKey,
      ...(initialData ? { initialData } : {}),
      ...(variant === 'loc' || variant === 'clause' ? {} : { defaultStringCollation: { stringSort: 'lexical' } }),
      ...(variant === 'noidx' ? {} : { autoIndex: 'eager', defaultIndexType: BTreeIndex }),
    }),
  )
export default class TanstackPeer {
  constructor(v) {
    this.v = v
  }
  create(d) {
    this.u = coll('users', (u) => u.id, d?.users, this.v)
    this.r = coll('roles', (r) => r.id, d?.roles, this.v)
    this.p = coll('roleUser', (p) => `${p.roleId}:${p.userId}`, d?.pivots, this.v)
  }
  load(d) {
    this.u.insert(d.users)
    this.r.insert(d.roles)
    this.p.insert(d.pivots)
  }
  loadInitial(d) {
    this.create(d)
  }
  async setup(d) {
    this.create(d)
    await Promise.all([this.u.preload(), this.r.preload(), this.p.preload()])
  }
  find(id) {
    return this.u.get(id)
  }
  rolesOf(r) {
    return r.roles
  }
  levelOf(r) {
    return r.level
  }
  roleSub(q, u) {
    return toArray(
      q
        .from({ p: this.p })
        .join({ r: this.r }, ({ p, r }) => eq(p.roleId, r.id), 'inner')
        .where(({ p }) => eq(p.userId, u.id))
        .select(({ p, r }) => ({ id: r.id, title: r.title, level: p.level })),
    )
  }
  qMain(q) {
    if (this.v === 'flat')
      return q
        .from({ u: this.u })
        .where(({ u }) => eq(u.active, true))
        .join({ p: this.p }, ({ u, p }) => eq(u.id, p.userId), 'inner')
        .join({ r: this.r }, ({ p, r }) => eq(p.roleId, r.id), 'inner')
        .orderBy(({ u }) => u.name, 'asc')
        .select(({ u, p, r }) => ({ id: u.id, name: u.name, age: u.age, rid: r.id, title: r.title, level: p.level }))
    return q
      .from({ u: this.u })
      .where(({ u }) => eq(u.active, true))
      .orderBy(({ u }) => u.name, this.v === 'clause' ? LEX : 'asc')
      .select(({ u }) => ({ id: u.id, name: u.name, age: u.age, roles: this.roleSub(q, u) }))
  }
  async open(query, cb, opts = {}) {
    const c = createLiveQueryCollection({ query, startSync: true, gcTime: 0, ...opts })
    await c.preload()
    const sub = cb && c.subscribeChanges(() => cb(), { includeInitialState: false })
    return [c, sub]
  }
  handle(c) {
    const arr = this.v === 'arr'
    if (this.v === 'flat')
      return {
        // regroup on read: consecutive rows of the same user
        size: () => new Set(c.toArray.map((r) => r.id)).size,
        first(n, f) {
          let cur = null,
            k = 0
          for (const x of c.values()) {
            if (!cur || cur.id !== x.id) {
              if (cur) {
                f(cur)
                if (++k >= n) return
              }
              cur = { id: x.id, name: x.name, age: x.age, roles: [] }
            }
            cur.roles.push({ id: x.rid, title: x.title, level: x.level })
          }
          if (cur && k < n) f(cur)
        },
        get(id) {
          const rs = c.toArray.filter((r) => r.id === id)
          return rs.length
            ? { ...rs[0], roles: rs.map((x) => ({ id: x.rid, title: x.title, level: x.level })) }
            : undefined
        },
      }
    return {
      size: () => c.size,
      first(n, f) {
        if (arr) {
          const a = c.toArray
          n = Math.min(n, a.length)
          for (let i = 0; i < n; i++) f(a[i])
          return
        }
        let k = 0
        for (const x of c.values()) {
          if (k++ >= n) break
          f(x)
        }
      },
      get: (id) => c.get(id),
    }
  }
  async queryAll() {
    const [c] = await this.open((q) => this.qMain(q))
    const h = this.handle(c)
    let rows
    if (this.v === 'flat') {
      rows = []
      h.first(1e9, (r) => rows.push(r))
    } else rows = c.toArray
    c.cleanup()
    return rows
  }
  async liveMain(cb) {
    const [c] = await this.open((q) => this.qMain(q), cb)
    this.c = c
    return this.handle(c)
  }
  async liveWindow(cb) {
    const [c] = await this.open(
      (q) =>
        q
          .from({ u: this.u })
          .where(({ u }) => eq(u.active, true))
          .orderBy(({ u }) => u.name, this.v === 'clause' ? LEX : 'asc')
          .limit(50)
          .select(({ u }) => ({ id: u.id, name: u.name, age: u.age, roles: this.roleSub(q, u) })),
      cb,
    )
    return this.handle(c)
  }
  async liveById(id, cb) {
    const [c] = await this.open(
      (q) =>
        q
          .from({ u: this.u })
          .where(({ u }) => eq(u.id, id))
          .select(({ u }) => ({ id: u.id, name: u.name, age: u.age, roles: this.roleSub(q, u) })),
      cb,
    )
    return { get: () => c.get(id) }
  }
  async liveHas(role, cb) {
    // semi-join: pivot rows of the role, inner-joined to users ((role,user) is unique, so no distinct needed)
    const [c] = await this.open(
      (q) =>
        q
          .from({ p: this.p })
          .where(({ p }) => eq(p.roleId, role))
          .join({ u: this.u }, ({ p, u }) => eq(p.userId, u.id), 'inner')
          .select(({ u }) => ({ id: u.id, name: u.name, age: u.age })),
      cb,
      { getKey: (r) => r.id },
    )
    return this.handle2(c)
  }
  handle2(c) {
    return {
      size: () => c.size,
      first(n, f) {
        let k = 0
        for (const x of c.values()) {
          if (k++ >= n) break
          f(x)
        }
      },
      get: (id) => c.get(id),
    }
  }
  setName(id, name) {
    this.tx = this.u.update(id, (x) => {
      x.name = name
    })
  }
  setAge(id, age) {
    this.tx = this.u.update(id, (x) => {
      x.age = age
    })
  }
  setTitle(id, title) {
    this.tx = this.r.update(id, (x) => {
      x.title = title
    })
  }
  addPivot(userId, roleId, level) {
    this.tx = this.p.insert({ userId, roleId, level })
  }
  delPivot(userId, roleId) {
    this.tx = this.p.delete(`${roleId}:${userId}`)
  }
  settle() {
    return this.tx.isPersisted.promise
  }
}
