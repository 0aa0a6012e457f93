import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect } from 'react'
import { isRouteErrorResponse, useRouteError } from 'react-router'

import { AppButton } from '~/components/app-link'
import { isNotFound, queryClient } from '~/data/client'
import { pb } from '~/lib/path-builder'

import { useDrawn } from './drawn'

const messageOf = (error: unknown) => {
  if (isRouteErrorResponse(error)) return error.statusText
  return error instanceof Error ? error.message : String(error)
}

/** In place of a page that failed: what is not there is said so, anything else is a bug. */
export function RouteError() {
  const error = useRouteError()
  useDrawn()
  // a failed answer that nobody shows any more must not meet the next visitor
  useEffect(() => {
    queryClient.removeQueries({
      type: 'inactive',
      predicate: (query) => query.state.status === 'error',
    })
  }, [error])
  return (
    <SpaceBetween size="l">
      <Box variant="h1">{isNotFound(error) ? 'Not found' : 'Something went wrong'}</Box>
      <Alert
        type="error"
        header={isNotFound(error) ? 'Entity does not exist' : 'Unexpected error'}
      >
        {messageOf(error)}
      </Alert>
      <AppButton href={pb.consoleHome()}>Console Home</AppButton>
    </SpaceBetween>
  )
}
