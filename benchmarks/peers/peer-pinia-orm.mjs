import { createPinia, setActivePinia } from 'pinia'
import { createORM, useRepo, Model } from 'pinia-orm'
import { createApp, computed, watchEffect, nextTick, effectScope } from 'vue'
class Role extends Model {
  static entity = 'roles'
  static fields() {
    return { id: this.number(0), title: this.string('') }
  }
}
class RoleUser extends Model {
  static entity = 'roleUser'
  static primaryKey = ['role_id', 'user_id']
  static fields() {
    return { role_id: this.number(0), user_id: this.number(0), level: this.number(0) }
  }
}
class User extends Model {
  static entity = 'users'
  static fields() {
    return {
      id: this.number(0),
      name: this.string(''),
      age: this.number(0),
      active: this.boolean(true),
      roles: this.belongsToMany(Role, RoleUser, 'user_id', 'role_id'),
    }
  }
}
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
export default class PiniaPeer {
  // variants: '' = flush sync; 'nexttick' = flush 'pre' (Vue's default batching)
  constructor(variant) {
    this.variant = variant
  }
  create() {
    const pinia = createPinia()
    pinia.use(createORM())
    const app = createApp({})
    app.use(pinia)
    setActivePinia(pinia)
    this.u = useRepo(User, pinia)
    this.r = useRepo(Role, pinia)
    this.p = useRepo(RoleUser, pinia)
    this.u.flush()
    this.r.flush()
    this.p.flush()
    this.scope = effectScope(true)
    this.pinia = pinia
  }
  dispose() {
    this.u.flush()
    this.r.flush()
    this.p.flush()
    this.scope.stop()
  }
  load(d) {
    this.u.insert(d.users)
    this.r.insert(d.roles)
    this.p.insert(d.pivots.map((p) => ({ role_id: p.roleId, user_id: p.userId, level: p.level })))
  }
  setup(d) {
    this.load(d)
  }
  loadNested(nd) {
    this.u.save(nd)
  }
  countPivots() {
    return Object.keys(this.p.piniaStore().data).length
  }
  find(id) {
    return this.u.find(id)
  }
  qMain() {
    return this.u.with('roles').where('active', true).orderBy('name').get()
  }
  queryAll() {
    return this.qMain()
  }
  rolesOf(r) {
    return r.roles
  }
  levelOf(r) {
    return r.pivot.level
  }
  live(q, cb) {
    let cur,
      first = true
    this.scope.run(() => {
      const c = computed(q)
      watchEffect(
        () => {
          cur = c.value
          if (first) first = false
          else cb()
        },
        { flush: this.variant === 'nexttick' ? 'pre' : 'sync' },
      )
    })
    return handle(() => cur)
  }
  liveMain(cb) {
    return this.live(() => this.qMain(), cb)
  }
  liveWindow(cb) {
    return this.live(() => this.u.with('roles').where('active', true).orderBy('name').limit(50).get(), cb)
  }
  liveById(id, cb) {
    const h = this.live(() => [this.u.with('roles').find(id)], cb)
    return { get: () => h.get(id) }
  }
  liveHas(role, cb) {
    return this.live(
      () =>
        this.u
          .whereHas('roles', (q) => {
            q.where('id', role)
          })
          .get(),
      cb,
    )
  }
  settle() {
    return this.variant === 'nexttick' ? nextTick() : undefined
  }
  setName(id, name) {
    this.u.where('id', id).update({ name })
  }
  setAge(id, age) {
    this.u.where('id', id).update({ age })
  }
  setTitle(id, title) {
    this.r.where('id', id).update({ title })
  }
  addPivot(userId, roleId, level) {
    this.p.insert({ role_id: roleId, user_id: userId, level })
  }
  delPivot(userId, roleId) {
    this.p.destroy(`[${roleId},${userId}]`)
  }
}
