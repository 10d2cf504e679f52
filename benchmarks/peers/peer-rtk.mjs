import { createSlice, createEntityAdapter, configureStore } from '@reduxjs/toolkit'
import { createSelector } from 'reselect'
const users = createEntityAdapter(),
  roles = createEntityAdapter()
const pivots = createEntityAdapter({ selectId: (p) => `${p.roleId}:${p.userId}` })
const slice = (name, ad, extra = {}) =>
  createSlice({
    name,
    initialState: ad.getInitialState(),
    reducers: {
      setAll: ad.setAll,
      addOne: ad.addOne,
      updateOne: ad.updateOne,
      removeOne: ad.removeOne,
      addMany: ad.addMany,
      ...extra,
    },
  })
const us = slice('users', users),
  rs = slice('roles', roles),
  ps = slice('pivots', pivots)
const cmp = (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id - b.id)
const uE = (s) => s.users.entities,
  uI = (s) => s.users.ids,
  rE = (s) => s.roles.entities,
  pE = (s) => s.pivots.entities,
  pI = (s) => s.pivots.ids
const handle = (get) => ({
  size: () => get().length,
  first(n, f) {
    const r = get()
    n = Math.min(n, r.length)
    for (let i = 0; i < n; i++) f(r[i])
  },
  get(id) {
    return get().find((r) => r.id === id)
  },
})
const NONE = []
export default class RtkPeer {
  create() {
    this.store = configureStore({ reducer: { users: us.reducer, roles: rs.reducer, pivots: ps.reducer } })
    const d = (a) => this.store.dispatch(a)
    this.d = d
    this.selIdx = createSelector([pE, pI], (e, ids) => {
      const m = new Map()
      for (let i = 0; i < ids.length; i++) {
        const p = e[ids[i]]
        const l = m.get(p.userId)
        l ? l.push(p) : m.set(p.userId, [p])
      }
      return m
    })
    this.selSorted = createSelector([uE, uI], (e, ids) => {
      const a = []
      for (let i = 0; i < ids.length; i++) {
        const u = e[ids[i]]
        if (u.active) a.push(u)
      }
      return a.sort(cmp)
    })
    this.row = (u, idx, roles) => ({
      id: u.id,
      name: u.name,
      age: u.age,
      roles: (idx.get(u.id) ?? NONE).map((p) => ({ id: p.roleId, title: roles[p.roleId].title, level: p.level })),
    })
    this.selMain = createSelector([this.selSorted, this.selIdx, rE], (s, idx, roles) =>
      s.map((u) => this.row(u, idx, roles)),
    )
    this.selWin = createSelector([this.selSorted, this.selIdx, rE], (s, idx, roles) =>
      s.slice(0, 50).map((u) => this.row(u, idx, roles)),
    )
  }
  load(x) {
    this.d(us.actions.setAll(x.users))
    this.d(rs.actions.setAll(x.roles))
    this.d(ps.actions.setAll(x.pivots))
  }
  setup(x) {
    this.load(x)
  }
  find(id) {
    return this.store.getState().users.entities[id]
  }
  queryAll() {
    // one-shot: no memo carried over
    const s = this.store.getState(),
      idx = this.selIdx.resultFunc(pE(s), pI(s)),
      so = this.selSorted.resultFunc(uE(s), uI(s))
    return this.selMain.resultFunc(so, idx, rE(s))
  }
  rolesOf(r) {
    return r.roles
  }
  levelOf(r) {
    return r.level
  }
  sub(sel, cb) {
    let last = sel(this.store.getState())
    this.store.subscribe(() => {
      const v = sel(this.store.getState())
      if (v !== last) {
        last = v
        cb()
      }
    })
    return () => last
  }
  liveMain(cb) {
    return handle(this.sub(this.selMain, cb))
  }
  liveWindow(cb) {
    return handle(this.sub(this.selWin, cb))
  }
  liveById(id, cb) {
    const sel = createSelector([(s) => s.users.entities[id], (s) => this.selIdx(s).get(id), rE], (u, pv, roles) => ({
      id: u.id,
      name: u.name,
      age: u.age,
      roles: pv.map((p) => ({ id: p.roleId, title: roles[p.roleId].title, level: p.level })),
    }))
    return { get: this.sub(sel, cb) }
  }
  liveHas(role, cb) {
    const idsWith = createSelector([pE, pI], (e, ids) => {
      const a = []
      for (let i = 0; i < ids.length; i++) {
        const p = e[ids[i]]
        if (p.roleId === role) a.push(p.userId)
      }
      return a
    })
    return handle(
      this.sub(
        createSelector([idsWith, uE], (ids, e) => ids.map((i) => e[i])),
        cb,
      ),
    )
  }
  setName(id, name) {
    this.d(us.actions.updateOne({ id, changes: { name } }))
  }
  setAge(id, age) {
    this.d(us.actions.updateOne({ id, changes: { age } }))
  }
  setTitle(id, title) {
    this.d(rs.actions.updateOne({ id, changes: { title } }))
  }
  addPivot(userId, roleId, level) {
    this.d(ps.actions.addOne({ userId, roleId, level }))
  }
  delPivot(userId, roleId) {
    this.d(ps.actions.removeOne(`${roleId}:${userId}`))
  }
}
