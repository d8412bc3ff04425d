/* The wall clock of one process, moved by as many seconds as stand in the file that SCEAU_CLOCK names. Only what says
   the time of day is moved: timers and waits run on, as they do when an operator sets the clock of a machine. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

/* Read again once a second. */
static long offset(void) {
    static volatile long seconds, read_at = -1;
    struct timespec running;
    char text[32] = {0};
    const char *path = getenv("SCEAU_CLOCK");
    int file;
    syscall(SYS_clock_gettime, CLOCK_MONOTONIC, &running);
    if (path != NULL && running.tv_sec != read_at) {
        read_at = running.tv_sec;
        file = open(path, O_RDONLY | O_CLOEXEC);
        if (file >= 0) {
            if (read(file, text, sizeof text - 1) > 0) seconds = atol(text);
            close(file);
        }
    }
    return seconds;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
    int result = syscall(SYS_clock_gettime, clock, now);
    if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) now->tv_sec += offset();
    return result;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    int result = syscall(SYS_gettimeofday, now, zone);
    if (result == 0) now->tv_sec += offset();
    return result;
}

time_t time(time_t *copy) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (copy != NULL) *copy = now.tv_sec;
    return now.tv_sec;
}
