"""A mail server on loopback that keeps what it is given."""

from email import message_from_bytes, policy
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread


class Talk(StreamRequestHandler):
    """As much SMTP as a client needs."""

    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def handle(self):
        self.say("220 loopback")
        while line := self.rfile.readline().decode(errors="replace").strip():
            verb = line[:4].upper()
            if verb == "DATA":
                self.data()
            elif verb == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 ok")

    def data(self):
        self.say("354 go on")
        body = b""
        while (line := self.rfile.readline()) != b".\r\n":
            body += line
        self.say(self.server.keeper.keep(body))


class MailServer:
    """Takes mails by SMTP and keeps them; the first `refuse` mails are turned down."""

    def __init__(self, refuse=0):
        self.mails = []
        self.refuse = refuse
        self.server = ThreadingTCPServer(("127.0.0.1", 0), Talk)
        self.server.daemon_threads = True
        self.server.keeper = self
        self.thread = Thread(target=self.server.serve_forever, daemon=True)

    def keep(self, body):
        if self.refuse:
            self.refuse -= 1
            return "451 later"
        self.mails.append(message_from_bytes(body, policy=policy.default))
        return "250 kept"

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    @property
    def url(self):
        return f"smtp://127.0.0.1:{self.server.server_address[1]}?from=office@body.example"
