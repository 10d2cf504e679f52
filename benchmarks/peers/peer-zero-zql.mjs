// zql: the incremental query engine inside @rocicorp/zero, run without its sync client (MemorySource + ArrayView).
const Z = './zql/node_modules/@rocicorp/zero/out/'
const { MemorySource } = await import(Z + 'zql/src/ivm/memory-source.js')
const { makeSourceChangeAdd, makeSourceChangeEdit, makeSourceChangeRemove } = await import(Z + 'zql/src/ivm/source.js')
const { QueryDelegateBase } = await import(Z + 'zql/src/query/query-delegate-base.js')
const { createBuilder } = await import(Z + 'zql/src/query/create-builder.js')
const { createSchema } = await import(Z + 'zero-schema/src/builder/schema-builder.js')
const { table, string, number, boolean } = await import(Z + 'zero-schema/src/builder/table-builder.js')
const { relationships } = await import(Z + 'zero-schema/src/builder/relationship-builder.js')
const user = table('user').columns({ id: number(), name: string(), age: number(), active: boolean() }).primaryKey('id')
const role = table('role').columns({ id: number(), title: string() }).primaryKey('id')
const roleUser = table('roleUser')
  .columns({ roleId: number(), userId: number(), level: number() })
  .primaryKey('roleId', 'userId')
const schema = createSchema({
  tables: [user, role, roleUser],
  relationships: [
    relationships(user, ({ many }) => ({
      pivots: many({ sourceField: ['id'], destField: ['userId'], destSchema: roleUser }),
    })),
    relationships(roleUser, ({ one }) => ({
      role: one({ sourceField: ['roleId'], destField: ['id'], destSchema: role }),
    })),
  ],
})
const zql = createBuilder(schema)
class Delegate extends QueryDelegateBase {
  defaultQueryComplete = true
  enableNotExists = true
  #l = new Set()
  constructor(sources) {
    super()
    this.sources = sources
  }
  getSource(n) {
    return this.sources[n]
  }
  mapAst(a) {
    return a
  }
  onTransactionCommit(f) {
    this.#l.add(f)
    return () => this.#l.delete(f)
  }
  commit() {
    for (const f of this.#l) f()
  }
}
const lowerBound = (a, name) => {
  let lo = 0,
    hi = a.length
  while (lo < hi) {
    const m = (lo + hi) >> 1
    if (a[m].name < name) lo = m + 1
    else hi = m
  }
  return lo
}
export default class ZqlPeer {
  create() {
    const mk = (t) => new MemorySource(t.name, t.columns, t.primaryKey)
    this.s = { user: mk(schema.tables.user), role: mk(schema.tables.role), roleUser: mk(schema.tables.roleUser) }
    this.dg = new Delegate(this.s)
  }
  push(t, c) {
    for (const _ of this.s[t].push(c));
  }
  load(d) {
    for (const u of d.users) this.push('user', makeSourceChangeAdd(u))
    for (const r of d.roles) this.push('role', makeSourceChangeAdd(r))
    for (const p of d.pivots) this.push('roleUser', makeSourceChangeAdd(p))
  }
  setup(d) {
    this.load(d)
  }
  find(id) {
    return this.s.user.data.get({ id })
  }
  rolesOf(r) {
    return r.pivots
  }
  levelOf(p) {
    return p.level
  }
  roleIdOf(p) {
    return p.roleId
  }
  titleOf(p) {
    return p.role.title
  }
  q() {
    return zql.user
      .where('active', true)
      .orderBy('name', 'asc')
      .related('pivots', (p) => p.related('role'))
  }
  queryAll() {
    const v = this.dg.materialize(this.q()),
      r = v.data
    v.destroy()
    return r
  }
  view(q, cb) {
    const v = this.dg.materialize(q)
    let first = true
    v.addListener(() => {
      if (first) first = false
      else cb()
    })
    return {
      size: () => v.data.length,
      first(n, f) {
        const r = v.data
        n = Math.min(n, r.length)
        for (let i = 0; i < n; i++) f(r[i])
      },
      get: (id) => v.data.find((r) => r.id === id),
    }
  }
  liveMain(cb) {
    return this.view(this.q(), cb)
  }
  liveWindow(cb) {
    return this.view(this.q().limit(50), cb)
  }
  liveById(id, cb) {
    const h = this.view(
      zql.user.where('id', id).related('pivots', (p) => p.related('role')),
      cb,
    )
    return { get: () => h.get(id) }
  }
  liveHas(r, cb) {
    return this.view(
      zql.user.whereExists('pivots', (q) => q.where('roleId', r), { flip: true }),
      cb,
    )
  }
  edit(t, key, ch) {
    const old = this.s[t].data.get(key)
    this.push(t, makeSourceChangeEdit({ ...old, ...ch }, old))
    this.dg.commit()
  }
  setName(id, name) {
    this.edit('user', { id }, { name })
  }
  setAge(id, age) {
    this.edit('user', { id }, { age })
  }
  setTitle(id, title) {
    this.edit('role', { id }, { title })
  }
  addPivot(userId, roleId, level) {
    this.push('roleUser', makeSourceChangeAdd({ roleId, userId, level }))
    this.dg.commit()
  }
  delPivot(userId, roleId) {
    const o = this.s.roleUser.data.get({ roleId, userId })
    this.push('roleUser', makeSourceChangeRemove(o))
    this.dg.commit()
  }
}
