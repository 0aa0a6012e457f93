import { pb } from '~/lib/path-builder'
import type { PageRoute } from '~/routes'

import type { Crumb } from '../handle'

/** A page of the IAM console; each area lists its own. */
export type IamPage = Omit<PageRoute, 'service'>

/** Where the breadcrumbs of all of them begin. */
export const iam: Crumb = { text: 'IAM', href: pb.iam() }
