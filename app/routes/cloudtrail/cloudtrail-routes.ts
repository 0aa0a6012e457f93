import { pb } from '~/lib/path-builder'
import type { PageRoute } from '~/routes'

export const cloudTrailRoutes: PageRoute[] = [
  {
    path: pb.events(),
    service: 'cloudtrail',
    crumbs: [{ text: 'CloudTrail', href: pb.events() }, { text: 'Event history' }],
    help: 'cloudtrail.events',
    contentType: 'table',
    page: () => import('./events-page'),
  },
]
