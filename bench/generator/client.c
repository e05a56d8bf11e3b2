/* Connections: coming in, frames out, frames in. */
#include "generator.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define SHARED (1 << 20)
#define SPARE (8 << 10)
#define KEPT_ROOM (32 << 10) /* a larger buffer is given back when it is empty */
#define HANDSHAKE_SECONDS 60

struct client *clients;
struct counts counts;
char dead_because[200];
uint64_t moment, idle;
static int watch;
static char shared[SHARED];

uint64_t now(void) {
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return (uint64_t)at.tv_sec * SECOND + (uint64_t)at.tv_nsec;
}

void prepare_clients(void) {
    struct rlimit files;
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    watch = epoll_create1(0);
    clients = calloc((size_t)options.clients, sizeof *clients);
    FILE *people = *options.people ? fopen(options.people, "r") : NULL;
    if (*options.people && !people) perror(options.people), exit(2);
    unsigned seed = (unsigned)now();
    for (int i = 0; i < options.clients; i++) {
        struct client *c = &clients[i];
        size_t room = 0;
        *c = (struct client){.fd = -1, .number = i, .mask = (uint32_t)rand_r(&seed) | 1, .have = options.base};
        if (people && getline(&c->cookie, &room, people) > 0) c->cookie[strcspn(c->cookie, "\n")] = 0;
    }
    if (people) fclose(people);
    moment = now();
}

void close_client(struct client *c, const char *why) {
    if (c->fd >= 0) close(c->fd);
    c->fd = -1;
    if (c->stage != DEAD) counts.dead++;
    c->stage = DEAD;
    if (!*dead_because) snprintf(dead_because, sizeof dead_because, "%.180s", why);
}

static void reach(struct client *c, enum stage stage, const char *request) {
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)options.port)};
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    c->fd = socket(AF_INET, SOCK_STREAM, 0);
    int on = 1;
    if (c->fd < 0 || connect(c->fd, (struct sockaddr *)&to, sizeof to)) {
        close_client(c, strerror(errno));
        return;
    }
    setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    fcntl(c->fd, F_SETFL, O_NONBLOCK);
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = c};
    epoll_ctl(watch, EPOLL_CTL_ADD, c->fd, &event);
    c->stage = stage;
    if (send(c->fd, request, strlen(request), MSG_NOSIGNAL) != (ssize_t)strlen(request))
        close_client(c, "the request could not be sent");
}

void connect_client(struct client *c) {
    char request[2048];
    int bare = !strcmp(options.speak, "ws");
    if (!c->began) c->began = now();
    snprintf(request, sizeof request,
             "GET %s%s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
             "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n%s%s%s\r\n",
             bare ? "/" : "/socket.io/?EIO=4&transport=websocket&w=", bare ? "" : options.code, options.port,
             c->cookie ? "Cookie: " : "", c->cookie ? c->cookie : "", c->cookie ? "\r\n" : "");
    reach(c, UPGRADING, request);
}

void join_client(struct client *c) {
    char request[1024], body[128];
    c->began = now();
    int length = snprintf(body, sizeof body, "{\"name\":\"Phone %d\",\"initiative\":\"Initiative %d\"}", c->number, c->number % 12);
    snprintf(request, sizeof request,
             "POST /api/workshops/%s/participants HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n"
             "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s",
             options.code, options.port, length, body);
    reach(c, JOINING, request);
}

/* A whole text message, masked as the RFC asks of clients. */
void say(struct client *c, const char *text, size_t length) {
    unsigned char frame[8 + 4096];
    size_t at = 2;
    if (c->stage == DEAD || length > 4096) return;
    frame[0] = 0x81;
    if (length < 126) {
        frame[1] = (unsigned char)(0x80 | length);
    } else {
        frame[1] = 0x80 | 126, frame[2] = (unsigned char)(length >> 8), frame[3] = (unsigned char)length;
        at = 4;
    }
    memcpy(frame + at, &c->mask, 4);
    const unsigned char *mask = (unsigned char *)&c->mask;
    for (size_t i = 0; i < length; i++) frame[at + 4 + i] = (unsigned char)text[i] ^ mask[i & 3];
    if (send(c->fd, frame, at + 4 + length, MSG_NOSIGNAL) != (ssize_t)(at + 4 + length))
        close_client(c, "a frame could not be sent");
}

static void joined(struct client *c, char *text) {
    char name[40], *cookie;
    snprintf(name, sizeof name, "p_%s=", options.code);
    cookie = strstr(text, name);
    if (!strstr(text, " 201 ") || !cookie) {
        text[strcspn(text, "\r\n")] = 0;
        close_client(c, text);
        return;
    }
    c->cookie = strndup(cookie, strcspn(cookie, ";\r\n"));
    close(c->fd);
    c->held = 0;
    connect_client(c);
}

static size_t upgraded(struct client *c, char *text, size_t length) {
    char *end = memmem(text, length, "\r\n\r\n", 4);
    if (!end) return 0;
    if (!memmem(text, (size_t)(end - text), " 101 ", 5)) {
        text[strcspn(text, "\r\n")] = 0;
        close_client(c, text);
        return length;
    }
    c->stage = !strcmp(options.speak, "ws") ? READY : OPENING;
    if (c->stage == READY) c->ready = now();
    return (size_t)(end + 4 - text);
}

/* The bytes that one frame takes, or 0 when it is not whole yet. */
static size_t take_frame(struct client *c, unsigned char *at, size_t length) {
    if (length < 2) return 0;
    size_t head = 2, body = at[1] & 127;
    if (body == 126) {
        if (length < 4) return 0;
        head = 4, body = (size_t)at[2] << 8 | at[3];
    } else if (body == 127) {
        if (length < 10) return 0;
        head = 10, body = 0;
        for (int i = 2; i < 10; i++) body = body << 8 | at[i];
    }
    if (length < head + body) return 0;
    if (at[0] == 0x81) understand(c, (char *)at + head, body);
    else if (at[0] == 0x88) close_client(c, "the server closed the connection");
    else if (at[0] != 0x89 && at[0] != 0x8a) close_client(c, "a frame of a kind not expected");
    return head + body;
}

static size_t take_all(struct client *c, char *text, size_t length) {
    size_t done = 0, one = 1;
    if (c->stage == UPGRADING) done = upgraded(c, text, length);
    if (c->stage == UPGRADING || c->stage == JOINING) return done;
    while (one && done < length && c->stage != DEAD) {
        one = take_frame(c, (unsigned char *)text + done, length - done);
        done += one;
    }
    return done;
}

/* Keep the begin of a frame; it stands in the shared buffer or further on in our own. */
static void keep(struct client *c, const char *text, size_t length) {
    int own = c->held > 0;
    if (own) memmove(c->rest, text, length);
    if (c->room < length + SPARE) c->rest = realloc(c->rest, c->room = length * 2 + SPARE);
    if (!own) memcpy(c->rest, text, length);
    c->held = length;
}

static void read_client(struct client *c) {
    char *at = c->held ? c->rest : shared;
    size_t room = c->held ? c->room : SHARED - 1;
    ssize_t got = recv(c->fd, at + c->held, room - c->held - 1, MSG_DONTWAIT);
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
    size_t length = c->held + (got > 0 ? (size_t)got : 0);
    at[length] = 0;
    if (got <= 0 && c->stage == JOINING) {
        joined(c, at);
        return;
    }
    if (got <= 0) {
        close_client(c, got ? strerror(errno) : "the connection was closed");
        return;
    }
    size_t done = take_all(c, at, length);
    if (done < length) {
        keep(c, at + done, length - done);
    } else {
        c->held = 0;
        if (c->room > KEPT_ROOM) free(c->rest), c->rest = NULL, c->room = 0;
    }
}

int pump(void) {
    struct epoll_event events[512];
    int count = epoll_wait(watch, events, 512, 0);
    for (int i = 0; i < count; i++) {
        struct client *c = events[i].data.ptr;
        if (c->fd >= 0) read_client(c);
    }
    uint64_t then = moment;
    moment = now();
    if (count <= 0) {
        idle += moment - then;
#if defined(__x86_64__)
        __builtin_ia32_pause();
#endif
    }
    return count;
}

int connect_all(int from, int to) {
    int next = from, ready = from;
    uint64_t until = now() + HANDSHAKE_SECONDS * SECOND;
    while (ready < to && !counts.dead && moment < until) {
        int waiting = 0;
        while (ready < next && clients[ready].stage == READY) ready++;
        for (int i = ready; i < next; i++) waiting += clients[i].stage != READY;
        while (next < to && waiting++ < options.handshakes) connect_client(&clients[next++]);
        pump();
    }
    return ready == to;
}
