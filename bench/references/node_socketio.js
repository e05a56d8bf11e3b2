// The reference (a): a bare Socket.IO server on Node. It broadcasts the same bytes; a vote it
// answers and broadcasts at once, and stores nowhere.
import { createServer } from "node:http";
import { Server } from "socket.io";

const set = JSON.parse(process.env.BENCH_SET);
const http = createServer();
const io = new Server(http, { serveClient: false, transports: ["websocket"] });
let at = Number(process.env.BENCH_BASE);

function broadcast() {
  io.emit("patch", { from: at, to: ++at, set, del: {} });
}

io.on("connection", (socket) => {
  socket.on("go", broadcast);
  socket.on("do", (commands, answer) => {
    answer(
      commands.map(({ id }) => {
        broadcast();
        return { id, ok: true, seq: at };
      }),
    );
  });
});

http.listen({ port: Number(process.env.BENCH_PORT), host: "127.0.0.1", backlog: 4096 });
