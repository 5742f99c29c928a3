/* The limit: an epoll loop that writes ready bytes to every client, and does nothing else.
   Started with a port; each line of its input is "<events> <frame bytes as they are, without line breaks>". */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#define MOST 40000
static const char HEAD[] =
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
static int clients[MOST];
static int count = 0;

static void answer(int fd) {
    char asked[4096];
    ssize_t size = read(fd, asked, sizeof asked);
    if (size <= 0) {
        close(fd);
        for (int at = 0; at < count; at++)
            if (clients[at] == fd) clients[at--] = clients[--count];
        return;
    }
    if (send(fd, HEAD, sizeof HEAD - 1, MSG_NOSIGNAL) > 0) clients[count++] = fd;
}

static void publish(const char *line) {
    static char body[1 << 20], chunk[(1 << 20) + 64];
    int events = atoi(line), size = 0;
    const char *frame = strchr(line, ' ') + 1;
    for (int at = 0; at < events; at++) size += sprintf(body + size, "id: e.1\nevent: tick\ndata: %s\n\n", frame);
    int whole = sprintf(chunk, "%x\r\n%.*s\r\n", size, size, body);
    for (int at = 0; at < count; at++) send(clients[at], chunk, whole, MSG_NOSIGNAL | MSG_DONTWAIT);
}

int main(int argc, char **argv) {
    (void)argc;
    int one = 1, listener = socket(AF_INET, SOCK_STREAM, 0), loop = epoll_create1(0);
    struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons((unsigned short)atoi(argv[1]))};
    here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    if (bind(listener, (struct sockaddr *)&here, sizeof here) || listen(listener, 4096)) return 1;
    struct epoll_event event = {.events = EPOLLIN, .data.fd = listener}, found[256];
    epoll_ctl(loop, EPOLL_CTL_ADD, listener, &event);
    event.data.fd = 0;
    epoll_ctl(loop, EPOLL_CTL_ADD, 0, &event);
    printf("ready\n"), fflush(stdout);
    for (;;) {
        int ready = epoll_wait(loop, found, 256, -1);
        for (int at = 0; at < ready; at++) {
            int fd = found[at].data.fd;
            if (fd == listener) {
                int client = accept(listener, NULL, NULL);
                setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
                event.data.fd = client;
                epoll_ctl(loop, EPOLL_CTL_ADD, client, &event);
            } else if (fd == 0) {
                static char line[1 << 16];
                ssize_t size = read(0, line, sizeof line - 1);
                if (size <= 0) return 0;
                line[size - 1] = 0;
                publish(line);
            } else {
                answer(fd);
            }
        }
    }
}
