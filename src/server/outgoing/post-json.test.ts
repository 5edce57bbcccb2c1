import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { postJson } from './post-json.ts'

function listen(answer: (body: string, headers: NodeJS.Dict<string | string[]>) => { status: number; text: string; location?: string }) {
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request) body += piece
    const { status, text, location } = answer(body, request.headers)
    response.writeHead(status, location ? { location } : {}).end(text)
  })
  onTestFinished(() => void server.close())
  return new Promise<string>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/x`)),
  )
}
const post = (url: string, allowPrivate: boolean) =>
  postJson({ url: new URL(url), headers: { authorization: 'Basic eA==' }, body: { said: 'ö' }, allowPrivate })

test('what is sent arrives, and what is answered comes back', async () => {
  const url = await listen((body, headers) => ({ status: 201, text: `${headers.authorization} ${body}` }))
  expect(await post(url, true)).toEqual({ status: 201, text: 'Basic eA== {"said":"ö"}' })
})

test('a redirection is an answer, and not followed', async () => {
  const url = await listen(() => ({ status: 302, text: '', location: 'http://example.com/' }))
  expect(await post(url, true)).toEqual({ status: 302, text: '' })
})

test.each(['127.0.0.1', 'localhost', '[::1]'])('%s is refused unless it is allowed, and nothing is sent', async (host) => {
  const heard: string[] = []
  const url = await listen((body) => {
    heard.push(body)
    return { status: 200, text: '' }
  })
  expect(await post(url.replace('127.0.0.1', host), false)).toEqual({ status: null, problem: expect.stringContaining('private network') })
  expect(heard).toEqual([])
})

test('who cannot be reached is said in words', async () => {
  expect(await post('http://127.0.0.1:1/', true)).toEqual({ status: null, problem: '127.0.0.1:1 cannot be reached (ECONNREFUSED).' })
})
