import type { Entity } from '~/data/search'
import { pb } from '~/lib/path-builder'
import type { Hit } from './hit'
import { tasksOn } from './iam-tasks'

const kinds: Record<
  Entity['kind'],
  { group: string; detail: string; href: (id: string) => string }
> = {
  user: { group: 'Users', detail: 'IAM user', href: pb.user },
  'user group': { group: 'User groups', detail: 'IAM user group', href: pb.group },
  role: { group: 'Roles', detail: 'IAM role', href: pb.role },
  policy: { group: 'Policies', detail: 'IAM policy', href: pb.policy },
  provider: {
    group: 'Identity providers',
    detail: 'Identity provider',
    href: pb.identityProvider,
  },
  bucket: { group: 'Buckets', detail: 'S3 bucket', href: pb.bucket },
}

const hitOf = ({ kind, name, id }: Entity): Hit => {
  const { group, detail, href } = kinds[kind]
  return { group, name, detail, href: href(id) }
}

/** For "Search IAM": each kind by itself, S3 not among them. */
export const iamHits = (entities: readonly Entity[]): Hit[] =>
  entities.filter(({ kind }) => kind !== 'bucket').map(hitOf)

/** For the top bar, where everything that was made is a resource. */
export const resourceHits = (entities: readonly Entity[]): Hit[] =>
  entities
    .filter(({ id }) => !id.startsWith('arn:aws:iam::aws:'))
    .map((entity) => ({ ...hitOf(entity), group: 'Resources' }))

/** What can be done to those that are meant: whose name is one of the words, or begins with it. */
export function entityTasks(entities: readonly Entity[], text: string): Hit[] {
  const words = text.toLowerCase().split(/\s+/)
  return entities.flatMap(({ kind, name }) => {
    if (kind !== 'role' && kind !== 'user' && kind !== 'user group') return []
    const lower = name.toLowerCase()
    const isMeant = words.some((word) => word.length > 2 && lower.startsWith(word))
    return isMeant ? tasksOn(kind, name) : []
  })
}
