/**
 * The key of the test identity provider. It is here for everybody to read, and so it proves
 * nothing about anybody: it serves federation inside of a made-up world, and no more.
 */
export const KEY_ID = 'understudy-test-key'

/** The public half, as a JWKS publishes it. */
export const publicKey = {
  kty: 'RSA',
  use: 'sig',
  alg: 'RS256',
  kid: KEY_ID,
  n: [
    'rz5tzh1iTAs4LIOzmTDzrKoYgGcYS_HJHjOeqChtFJwoTUTOLQDBxZ6MtLKs61NZtsI0B5YIJncV',
    '2AbmU3i1gGUKVpoLiIL19j8kqUnbjuBQmOOFJ0dycpWAr8E8Mk52gfKxV9RFS5akSEzDbcJesrZN',
    'yhrJM3snqrH4E0Kg_MAtxQ8DIHjrZ9EI_j6RqD8cj6VMgsHtUF9g89rbWlKF3hebkUYURXpFezg0',
    'sfJ6b0QYQjOC82KA1ZLeNxjFLg_qZmUL-jWbRXbY7iLXaAWrVbUyZ4W5v04GzUbYa3vVVFRCJSo4',
    'IiQxfaR2zZuqkh2cjVu5-k8qK5hC7R0AP9Zd_Q',
  ].join(''),
  e: 'AQAB',
} satisfies JsonWebKey & { kid: string }

/** NOT A SECRET. */
export const testPrivateKey: JsonWebKey = {
  kty: 'RSA',
  n: publicKey.n,
  e: publicKey.e,
  d: [
    'CWbUBUbWSzYe4WR_ciyKJi1J-zmMuCZUn-YtEOB6Way3DM4wMYHk43FKIzeix01FduScXfvSnB2v',
    'clOMb9X-BtFk6JiDHePIxllE4kAwI04thMZQEndm0Hbs3IEFdb135ijbEtc0kIWYcriLk4vmALh_',
    'G-Sr_rMQwbuij4X3lRezYS6O7oiervJL6lQeMklqMsQjmVLLoa8_jrosUcMTQ2UWKc6lcmHcWVxP',
    '-3n_A5hDt85z_K9mGIxzh84sTFdYRfAhnZQsdBoRXzWt8HaNDWS_90U7YezH8hzJ4SBPJPvsP0lt',
    'D1FECnxlOTy_x6fAZVx5TCcBIwJv3kpxS-HLEQ',
  ].join(''),
  p: [
    '9hsCBIr-AL7UwfxyS4gJOm41F_lX8HFZB612ko-TT3fhRbTHfw64oRpLWVv81S0_fIgeeH87J3Zt',
    'DGAR1tzY6ScMKGXERhVRHVPjNGa6BUME2IV0sn4GpFzcLqRVdNF8Q1Z63mU30kLnJkVPerFiFCDs',
    'vzmtDk5MAqGjupeLvGM',
  ].join(''),
  q: [
    'tkoXeIiyvwFzejhB5YzfDvfpeukOwpaWbA_NyFweqiIJXvhlAhASaHCaoRpnDD2zsZCRalWeQ4hR',
    'f_uZasjwxXMok11EoARHHj1pfdyQRWKmDwhsSNhrp0CZja3xpJEusfo_x8XIThB6Wbu0Fe2Uy1Pn',
    '8RiQ1PJMVTYLgTE9mh8',
  ].join(''),
  dp: [
    'DiJ29zPUas6LAakyF0x02zpBKmNTvaeE6X_482nzl_jWo15CpvV9fSM5eKRj3QqAPvLCbUFBcH7I',
    'vJE39RMyEhIADMHrh-rpgbmzrurHfE3hFV502VuLnh0HOFaP4em2LVfmLqe5kQXuqLAKZI2TiHxr',
    'nH__hHbSvsPx12Gk0Ok',
  ].join(''),
  dq: [
    'GcMS2hgHmvLrjQRSW8yy4Xyr5JD3YwzBKXh6TqymMMkqpd9Y9xeqYlQ3pjkDAzndIWUbB_odqdGk',
    'IwA9yFepn14NB_aQckTogB-RvxXi1cuBSHKaSxk67aI1kU5Z7jYOcVy6ktMi4dV2VSQv6UFwW-P5',
    'zZr5LP8pRomiyplY6WU',
  ].join(''),
  qi: [
    'WAYxMYhYMfpawXdfO65MLNYpqGYcb1ZuwHxZUv-McwIyl2ZR9x90n3nOm7a1GN4YDxjeCTAnh4Hz',
    '19dNI4GQsZ2i0aJJolAfMkbFaSYpBYJTfV-FiDQw6qOPjTYD0gygREyuRmb1bA_Xv193UWMiPDH1',
    'ktz81Kri29FfD25_hS0',
  ].join(''),
}

/** The same for tokens that are signed with an elliptic curve. NOT A SECRET. */
export const testCurveKey: JsonWebKey = {
  kty: 'EC',
  crv: 'P-384',
  x: 'CwA4Dqk5YYPIx6lciie0TJxNew6C-6jNTkA5kgC1BMW_ShE7S6b76k3Geal3IoWw',
  y: 'HrY3B-wPotss0hxt8SZJe3iZlSVrRMvnlYrg7ZCeAK2P2jp9EiF-KqY6PTPsthS1',
  d: 't5slg_JkUY8JhT8ri02peldDog_vvafaN81lQ1GZ2hESDcXyqeL31iHEozvIQ5-q',
}

/** Self-signed, as SAML metadata wants its keys wrapped; valid for a hundred years. */
export const certificate = [
  'MIIDXjCCAkagAwIBAgIBATANBgkqhkiG9w0BAQsFADBHMSowKAYDVQQDDCFVbmRlcnN0dWR5IHRl',
  'c3QgaWRlbnRpdHkgcHJvdmlkZXIxGTAXBgNVBAoMEE5vdCBmb3IgcmVhbCB1c2UwIBcNMjYxMTIz',
  'MjI0NDUzWhgPMjEyNjEwMzAyMjQ0NTNaMEcxKjAoBgNVBAMMIVVuZGVyc3R1ZHkgdGVzdCBpZGVu',
  'dGl0eSBwcm92aWRlcjEZMBcGA1UECgwQTm90IGZvciByZWFsIHVzZTCCASIwDQYJKoZIhvcNAQEB',
  'BQADggEPADCCAQoCggEBAK8+bc4dYkwLOCyDs5kw86yqGIBnGEvxyR4znqgobRScKE1Ezi0AwcWe',
  'jLSyrOtTWbbCNAeWCCZ3FdgG5lN4tYBlClaaC4iC9fY/JKlJ247gUJjjhSdHcnKVgK/BPDJOdoHy',
  'sVfURUuWpEhMw23CXrK2TcoayTN7J6qx+BNCoPzALcUPAyB462fRCP4+kag/HI+lTILB7VBfYPPa',
  '21pShd4Xm5FGFEV6RXs4NLHyem9EGEIzgvNigNWS3jcYxS4P6mZlC/o1m0V22O4i12gFq1W1MmeF',
  'ub9OBs1G2Gt71VRUQiUqOCIkMX2kds2bqpIdnI1bufpPKiuYQu0dAD/WXf0CAwEAAaNTMFEwHQYD',
  'VR0OBBYEFMhR2bTTsj9ANvDZbJ1J7Vg5BIDnMB8GA1UdIwQYMBaAFMhR2bTTsj9ANvDZbJ1J7Vg5',
  'BIDnMA8GA1UdEwEB/wQFMAMBAf8wDQYJKoZIhvcNAQELBQADggEBAHMVY/GWu1ur7yFJWdIDIeS+',
  'BIkH4a4vYFOLf4+/bEu4K62cU5fUyxHb3qLG0k3D4ZQkMhpwIh5tRGRUegf8BMVJiwTfrJsX1LOP',
  'jLGX3xbJ9zfxJcHXEZ12V5Y0F3CORhlm5YGcca014A+tDu/7tN+ajLWOtirN+psBclkKnbpef8XQ',
  'xYzxjVP3FAPCG3POVISqI8zAX5z+NC70rUivvwJm59CXQ59hEmSpBiFdnq8OjppMXtaVYRyUVguH',
  'mMyMagrSgn15K5KpT2ViLukLlFoKS26iaItAQ+KtaBeCfLsea673DMlLXGAJDVw5PQgk4JHploq3',
  'Oa9UeP9yIDNgHTY=',
].join('')
