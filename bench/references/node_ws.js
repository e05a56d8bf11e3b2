// The reference (b): a bare websocket broadcast on Node. With BENCH_PREBUILT the frame is made once
// and written to the sockets as it is.
import { WebSocketServer } from "ws";

const set = JSON.parse(process.env.BENCH_SET);
const prebuilt = process.env.BENCH_PREBUILT === "1";
const server = new WebSocketServer({
  port: Number(process.env.BENCH_PORT),
  host: "127.0.0.1",
  backlog: 4096,
});
let at = Number(process.env.BENCH_BASE);

function message() {
  return Buffer.from(`42["patch",${JSON.stringify({ from: at, to: ++at, set, del: {} })}]`);
}

function frame(text) {
  const head = Buffer.alloc(4);
  head.writeUInt8(0x81, 0);
  if (text.length < 126) {
    head.writeUInt8(text.length, 1);
    return Buffer.concat([head.subarray(0, 2), text]);
  }
  head.writeUInt8(126, 1);
  head.writeUInt16BE(text.length, 2);
  return Buffer.concat([head, text]);
}

function broadcast() {
  const text = message();
  const made = prebuilt ? frame(text) : null;
  for (const client of server.clients) {
    if (prebuilt) client._socket.write(made);
    else client.send(text, { binary: false });
  }
}

server.on("connection", (client) => client.on("message", broadcast));
