"""`python -m crawler.worker DESCRIPTOR`: a worker started as a program; the descriptor is its end of the line."""

import socket
import sys

from crawler.worker.serving import serve

if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
