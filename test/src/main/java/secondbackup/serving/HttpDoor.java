package secondbackup.serving;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import secondbackup.rehearsal.Life;
import secondbackup.simulation.wire.HttpAnswer;
import secondbackup.simulation.wire.HttpQuestion;

/// The way in over HTTP, on the loopback address only.
public final class HttpDoor implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Life life;
    private final Control control;

    private HttpDoor(HttpServer server, Life life) {
        this.server = server;
        this.life = life;
        this.control = new Control(life);
    }

    /// @param port 0 takes a free one
    ///
    /// Fails: BindException where the port is taken.
    public static HttpDoor open(Life life, int port) throws IOException {
        var operations = life.world().operations();
        operations.byHand("lambda", new LambdaDialect(life.lambdas()));
        operations.byHand("states", new StatesDialect(life.world()));
        // Head and body leave in two packets, and the second must not wait for the first.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
        var door = new HttpDoor(HttpServer.create(address, 0), life);
        door.server.createContext("/", door::take);
        door.server.setExecutor(door.threads);
        door.server.start();
        return door;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            Exchanges.answer(exchange, answer(Exchanges.question(exchange)));
        } catch (SocketTimeoutException _) {
            // A planned fault: closing without an answer is what the client is to see.
        }
    }

    private HttpAnswer answer(HttpQuestion question) throws SocketTimeoutException {
        try {
            return Control.isMeant(question)
                    ? life.world().server().exclusively(() -> control.answer(question))
                    : life.world().server().answer(question);
        } catch (RuntimeException mistake) {
            return Exchanges.broken(mistake);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
