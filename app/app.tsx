import { I18nProvider } from '@cloudscape-design/components/i18n'
import messages from '@cloudscape-design/components/i18n/messages/all.en'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from 'react-router/dom'

import { queryClient } from '~/data/client'
import { useEditionStore } from '~/stores/edition'

import { reportError } from './report-error'
import type { createRouter } from './routes'

type Props = { router: ReturnType<typeof createRouter> }

export function App({ router }: Props) {
  const edition = useEditionStore(({ name }) => name)
  return (
    <I18nProvider locale="en" messages={[messages]}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider key={edition} router={router} onError={reportError} />
      </QueryClientProvider>
    </I18nProvider>
  )
}
