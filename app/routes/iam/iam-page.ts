import { pb } from '~/lib/path-builder'
import type { PageRoute } from '~/routes'

import type { Crumb } from '../handle'

/** A page of the IAM console; each area lists its own. */
export type IamPage = Omit<PageRoute, 'service'>

/** Where the breadcrumbs of all of them begin. */
export const iam: Crumb = { text: 'IAM', href: pb.iam() }

/** A page with an editor of policies, whose code is asked for along with the page's own. */
export const withEditor = (page: IamPage['page']) => () => {
  void import('~/components/policy-editor/ace-editor')
  return page()
}
