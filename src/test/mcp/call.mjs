// Sends requests to an MCP server: node call.mjs URL KEY REQUESTS. Prints an array of their results.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const [url, key, requests] = process.argv.slice(2);
const headers = { 'Accept-Language': 'en', ...(key && { Authorization: `Bearer ${key}` }) };
const client = new Client({ name: 'test', version: '1' });
await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } }));
const results = [];
for (const { method, params } of JSON.parse(requests)) {
  try {
    results.push(await client[method](params));
  } catch (error) {
    results.push({ failed: String(error) });
  }
}
await client.close();
console.log(JSON.stringify(results));
