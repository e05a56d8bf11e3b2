#include "generator.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static int read_proc(int pid, const char *name, char *into, size_t room) {
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/%s", pid, name);
    FILE *file = fopen(path, "r");
    if (!file) return 0;
    size_t got = fread(into, 1, room - 1, file);
    fclose(file);
    into[got] = 0;
    return got > 0;
}

/* User and system time of all its threads so far: fields 14 and 15 of /proc/PID/stat. */
double cpu_seconds(int pid) {
    char text[2048];
    if (!read_proc(pid, "stat", text, sizeof text)) return 0;
    char *at = strrchr(text, ')'); /* the name before it may hold anything */
    long user = 0, system = 0;
    if (!at || sscanf(at + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %ld %ld", &user, &system) != 2)
        return 0;
    return (double)(user + system) / (double)sysconf(_SC_CLK_TCK);
}

/* Our own. Who busy-polls uses all of a core, unless others are on it too. */
double own_seconds(void) {
    struct timespec at;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &at);
    return (double)at.tv_sec + (double)at.tv_nsec / 1e9;
}

long resident_kb(int pid) {
    char text[4096];
    if (!read_proc(pid, "status", text, sizeof text)) return 0;
    char *at = strstr(text, "VmRSS:");
    return at ? atol(at + 6) : 0;
}
