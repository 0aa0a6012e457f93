import { on } from './place'

export const whoCanAssume = {
  ...on('/iam/who-can-assume', {
    'iam.whoCanAssume.tab.picture': ['tab', 'Picture'],
    'iam.whoCanAssume.tab.table': ['tab', 'Table'],
    'iam.whoCanAssume.search': ['searchbox', 'Search the picture'],
    'iam.whoCanAssume.table.search': ['searchbox', 'Search relationships'],
  }),
}
