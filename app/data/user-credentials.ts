/** Credentials of a user for one service each, and certificates. */
import { useQuery } from '@tanstack/react-query'
import { qAll, useCaller } from './client'

export const useSshKeys = (UserName: string) =>
  useQuery(
    qAll(useCaller(), 'ListSSHPublicKeys', { UserName }, (page) => page.SSHPublicKeys)
  )

export const useServiceCredentials = (UserName: string, ServiceName: string) =>
  useQuery(
    qAll(
      useCaller(),
      'ListServiceSpecificCredentials',
      { UserName, ServiceName },
      (page) => page.ServiceSpecificCredentials
    )
  )

export const useSigningCertificates = (UserName: string) =>
  useQuery(
    qAll(useCaller(), 'ListSigningCertificates', { UserName }, (page) => page.Certificates)
  )
