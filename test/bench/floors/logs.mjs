import { get } from 'node:http';

const headers = { authorization: `Bearer ${process.env['TOKEN']}` };
function page(/** @type {number} */ after, /** @type {number} */ left) {
  const limit = Math.min(left, 10_000);
  get(
    `${process.env['ADDRESS']}?afterSequence=${after}&limit=${limit}`,
    { headers },
    (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => {
        const { logs, nextSequence } = JSON.parse(text);
        for (const entry of logs) console.log(JSON.stringify(entry));
        if (left > limit) page(nextSequence, left - limit);
      });
    },
  );
}
page(0, Number(process.env['LIMIT']));
