/** The tabs of a page, under all the names they have had. */
import { wordOf } from './text'

const toTable = (names: Record<string, string[]>) =>
  Object.fromEntries(
    Object.entries(names).flatMap(([section, aliases]) =>
      [section, ...aliases].map((alias) => [wordOf(alias), section])
    )
  )

const lastAccessed = [
  'accessAdvisor',
  'lastAccessed',
  'last_accessed',
  'access_advisor_tab',
]

const tables = {
  roles: toTable({
    permissions: ['permission', 'policies'],
    trust_relationships: [
      'trust_relationship',
      'trust',
      'trust_policy',
      'trusted_entities',
      'trusts',
    ],
    tags: ['tag', 'manage-tags'],
    access_advisor: lastAccessed,
    revoke_sessions: ['revoke', 'revoke_session', 'sessions'],
  }),
  users: toTable({
    permissions: ['permission', 'policies'],
    groups: ['group', 'user_groups'],
    tags: ['tag', 'manage-tags'],
    security_credentials: [
      'security_credential',
      'credentials',
      'create-access-key',
      'access-key-wizard',
      'access_keys',
      'mfa',
      'manage-console-access',
      'enable-console-access',
    ],
    access_advisor: lastAccessed,
  }),
  groups: toTable({
    users: ['user', 'add-users', 'addUsers'],
    permissions: ['permission', 'policies'],
  }),
  policies: toTable({
    permissions: ['permission', 'edit', 'editPolicy', 'modify-permissions'],
    entities_attached: [
      'entities',
      'attached_entities',
      'policy_usage',
      'usage',
      'attach',
      'attach-policy',
      'detach',
    ],
    tags: ['tag', 'manage-tags'],
    policy_versions: ['versions', 'version'],
  }),
}

export type Entity = keyof typeof tables

/** Undefined for what is no tab of ours: the page then opens on its first. */
export const sectionOf = (entity: Entity, text: string | undefined): string | undefined =>
  tables[entity][wordOf(text)]
