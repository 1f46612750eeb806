import { get } from 'node:http';

const headers = { authorization: `Bearer ${process.env['TOKEN']}` };
get(process.env['ADDRESS'] ?? '', { headers }, (response) => {
  let text = '';
  response.setEncoding('utf8').on('data', (chunk) => {
    text += chunk;
  });
  response.on('end', () => console.log(JSON.stringify(JSON.parse(text), null, 2)));
});
