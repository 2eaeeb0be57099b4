import { Agent, request } from 'node:http'

export const agent = new Agent({ keepAlive: true, maxSockets: 8 })

/** A request to any server that speaks Cognito's protocol. Resolves with the body, also where it is refused. */
export function post(url, operation, body) {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
      authorization: 'AWS4-HMAC-SHA256 Credential=any/20260101/eu-west-1/cognito-idp/aws4_request',
    }
    const sent = request(url, { method: 'POST', agent, headers, timeout: 30_000 }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk) => (text += chunk))
      response.on('end', () => resolve(JSON.parse(text)))
    })
    sent.on('error', reject)
    sent.end(JSON.stringify(body))
  })
}
