/* What is in a frame: Engine.IO 4 around Socket.IO 5, and our own events in it. */
#include "generator.h"

#include <stdlib.h>
#include <string.h>

#define HEAD 160 /* `from` and `to` are in the first bytes of a patch */

void (*on_patch)(struct client *c, long to);
void (*on_answer)(struct client *c, const char *text, size_t length);
FILE *journal;

long number_after(const char *text, size_t length, const char *key) {
    const char *at = memmem(text, length, key, strlen(key));
    return at ? atol(at + strlen(key)) : -1;
}

/* A running mark of everything a client saw: the same marks mean the same bytes in the same order. */
static uint64_t digest(uint64_t mark, const char *text, size_t length) {
    uint64_t word;
    for (; length >= 8; text += 8, length -= 8) {
        memcpy(&word, text, 8);
        mark = (mark ^ word) * 0x9E3779B97F4A7C15ull;
        mark ^= mark >> 29;
    }
    word = length;
    memcpy(&word, text, length);
    mark = (mark ^ word) * 0x9E3779B97F4A7C15ull;
    return mark ^ mark >> 32;
}

static void note(const struct client *c, const char *text, size_t length) {
    if (journal && c->number == 0) fwrite(text, 1, length, journal), fputc('\n', journal);
}

void greet(struct client *c, long have) {
    char text[256];
    c->hello = ++c->asked;
    int length = snprintf(text, sizeof text,
                          "42%u[\"hello\",{\"code\":\"%s\",\"audience\":\"participant\",\"seq\":%ld,\"epoch\":\"\"}]",
                          c->hello, options.code, have);
    say(c, text, (size_t)length);
}

static void welcomed(struct client *c, char *text, size_t length) {
    const char *view = memmem(text, length, "\"view\":", 7);
    const char *end = view ? memmem(view, length - (size_t)(view - text), "\"patches\":", 10) : NULL;
    long seq = number_after(text, length, "\"seq\":");
    if (seq < 0) {
        text[length < 150 ? length : 150] = 0;
        close_client(c, text);
        return;
    }
    note(c, text, length);
    c->digest = end ? digest(1, view, (size_t)(end - view)) : 0;
    c->have = c->mine = seq;
    if (c->stage == GREETING) c->ready = now();
    c->stage = READY;
    for (int i = 0; i < c->earlier; i += 2) {
        if (c->early[i] > c->have) counts.disordered++;
        if (c->early[i + 1] > c->have) c->have = c->early[i + 1];
    }
    free(c->early);
    c->early = NULL, c->earlier = 0;
    if (c->again && on_patch) on_patch(c, c->have);
}

/* The welcome may hold it already or not: the same rule as for any patch tells, after it. */
static void hold(struct client *c, long from, long to) {
    c->early = realloc(c->early, (size_t)(c->earlier + 2) * sizeof *c->early);
    c->early[c->earlier++] = from;
    c->early[c->earlier++] = to;
}

static void patched(struct client *c, const char *text, size_t length) {
    size_t head = length < HEAD ? length : HEAD;
    long from = number_after(text, head, "\"from\":"), to = number_after(text, head, "\"to\":");
    counts.deliveries++;
    counts.bytes += (long)length;
    counts.last = moment;
    if (c->stage != READY) {
        note(c, text, length);
        hold(c, from, to);
        return;
    }
    if (to <= c->have) {
        counts.doubled++;
        return;
    }
    if (from > c->have) counts.disordered++;
    note(c, text, length);
    c->digest = digest(c->digest, text, length);
    c->have = to;
    if (on_patch) on_patch(c, to);
}

static void own_patched(struct client *c, const char *text, size_t length) {
    size_t head = length < HEAD ? length : HEAD;
    long from = number_after(text, head, "\"from\":"), to = number_after(text, head, "\"to\":");
    counts.own++;
    counts.last = moment;
    if (c->stage != READY) return;
    if (to <= c->mine) counts.doubled++;
    else if (from > c->mine) counts.disordered++;
    if (to > c->mine) c->mine = to;
}

static void event(struct client *c, const char *text, size_t length) {
    if (length > 9 && !memcmp(text, "[\"patch\"", 8)) patched(c, text, length);
    else if (length > 8 && !memcmp(text, "[\"mine\"", 7)) own_patched(c, text, length);
    else if (length > 7 && !memcmp(text, "[\"bye\"", 6)) {
        counts.again++; /* told to ask again: what came before counts no longer */
        c->again++;
        greet(c, 0);
    }
}

static void answered(struct client *c, char *text, size_t length) {
    char *body;
    unsigned number = (unsigned)strtoul(text, &body, 10);
    counts.last = moment;
    length -= (size_t)(body - text);
    if (number == c->hello) welcomed(c, body, length);
    else if (on_answer) on_answer(c, body, length);
}

static void connected(struct client *c) {
    if (*options.people || !strcmp(options.mode, "join")) {
        c->stage = GREETING;
        greet(c, 0);
    } else {
        c->stage = READY;
        c->ready = now();
    }
}

void understand(struct client *c, char *text, size_t length) {
    if (!length) return;
    if (text[0] == '2') say(c, "3", 1);
    else if (text[0] == '0') {
        c->stage = CONNECTING;
        say(c, "40", 2);
    } else if (text[0] == '4' && length > 1) {
        if (text[1] == '0') connected(c);
        else if (text[1] == '2') event(c, text + 2, length - 2);
        else if (text[1] == '3') answered(c, text + 2, length - 2);
        else close_client(c, "a packet of a kind not expected");
    }
}
