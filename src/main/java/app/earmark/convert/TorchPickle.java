package app.earmark.convert;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the pickle of a PyTorch state dictionary. A pickle is a program for a small stack machine that may call any Python
 * function; this machine knows only the few instructions and the few functions that such a dictionary of tensors needs, makes
 * nothing but descriptions of tensors, and refuses everything else.
 */
final class TorchPickle {

    private static final Object MARK = new Object();
    private static final Object NONE = new Object();

    /** A Python function or class by its full name. */
    private record Global(String name) {}

    private final ByteBuffer in;
    private final Deque<Object> stack = new ArrayDeque<>();
    private final Map<Integer, Object> memo = new HashMap<>();

    private TorchPickle(byte[] pickle) {
        in = ByteBuffer.wrap(pickle).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * @throws IllegalArgumentException saying, as the end of a sentence, what it holds that has no place there
     * @throws RuntimeException of other kinds if it is damaged
     */
    static Map<String, TorchTensor> read(byte[] pickle) {
        TorchPickle machine = new TorchPickle(pickle);
        machine.run();
        Map<String, TorchTensor> tensors = new LinkedHashMap<>();
        map(machine.stack.pop()).forEach((name, value) -> {
            if (value instanceof TorchTensor tensor) {
                tensors.put((String) name, tensor);
            }
        });
        return tensors;
    }

    private void run() {
        while (true) {
            int code = in.get() & 0xff;
            switch (code) {
                case 0x80 -> in.get(); // protocol
                case '.' -> {
                    return;
                }
                case '(' -> stack.push(MARK);
                case '}' -> stack.push(new LinkedHashMap<>());
                case ']', ')' -> stack.push(new ArrayList<>());
                case 't' -> stack.push(sinceMark());
                case 0x85, 0x86, 0x87 -> stack.push(last(code - 0x84));
                case 'N' -> stack.push(NONE);
                case 0x88 -> stack.push(true);
                case 0x89 -> stack.push(false);
                case 'K' -> stack.push(in.get() & 0xffL);
                case 'M' -> stack.push(in.getShort() & 0xffffL);
                case 'J' -> stack.push((long) in.getInt());
                case 0x8a -> stack.push(wide(in.get() & 0xff));
                case 'X' -> stack.push(text(in.getInt()));
                case 'c' -> stack.push(new Global(line() + "." + line()));
                case 'q' -> memo.put(in.get() & 0xff, stack.peek());
                case 'r' -> memo.put(in.getInt(), stack.peek());
                case 'h' -> stack.push(remembered(in.get() & 0xff));
                case 'j' -> stack.push(remembered(in.getInt()));
                case 's' -> put(last(2));
                case 'u' -> put(sinceMark());
                case 'Q' -> stack.push(storage(list(stack.pop())));
                case 'R' -> reduce();
                case 'b' -> stack.pop(); // attributes of a dictionary, such as the versions of its modules
                default ->
                    throw new IllegalArgumentException(
                            "it holds the pickle instruction " + code + ", which no plain checkpoint needs");
            }
        }
    }

    private void reduce() {
        List<Object> arguments = list(stack.pop());
        String function = ((Global) stack.pop()).name;
        stack.push(
                switch (function) {
                    case "collections.OrderedDict" -> {
                        if (!arguments.isEmpty()) {
                            throw new IllegalArgumentException("its list of tensors can't be read");
                        }
                        yield new LinkedHashMap<>();
                    }
                    case "torch._utils._rebuild_tensor_v2" ->
                        new TorchTensor(
                                (TorchTensor.Storage) arguments.get(0),
                                (Long) arguments.get(1),
                                wholes(arguments.get(2)),
                                wholes(arguments.get(3)));
                    case "torch._utils._rebuild_parameter" -> (TorchTensor) arguments.get(0);
                    default ->
                        throw new IllegalArgumentException(
                                "it calls the Python function " + function + ", which Earmark does not run");
                });
    }

    /** Of {@code ("storage", type, key, device, count)}. */
    private static TorchTensor.Storage storage(List<Object> reference) {
        String name = ((Global) reference.get(1)).name;
        ElementType type =
                switch (name) {
                    case "torch.DoubleStorage" -> ElementType.F64;
                    case "torch.FloatStorage" -> ElementType.F32;
                    case "torch.HalfStorage" -> ElementType.F16;
                    case "torch.BFloat16Storage" -> ElementType.BF16;
                    case "torch.LongStorage" -> ElementType.I64;
                    case "torch.IntStorage" -> ElementType.I32;
                    case "torch.ShortStorage" -> ElementType.I16;
                    case "torch.CharStorage" -> ElementType.I8;
                    case "torch.ByteStorage" -> ElementType.U8;
                    case "torch.BoolStorage" -> ElementType.BOOL;
                    default ->
                        throw new IllegalArgumentException(
                                "it has values of the kind " + name + ", which Earmark does not read");
                };
        return new TorchTensor.Storage(type, (String) reference.get(2), (Long) reference.get(4));
    }

    private List<Object> sinceMark() {
        List<Object> values = new ArrayList<>();
        for (Object value = stack.pop(); value != MARK; value = stack.pop()) {
            values.add(value);
        }
        Collections.reverse(values);
        return values;
    }

    private List<Object> last(int count) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(stack.pop());
        }
        Collections.reverse(values);
        return values;
    }

    private void put(List<Object> keysAndValues) {
        Map<Object, Object> map = map(stack.peek());
        for (int i = 0; i < keysAndValues.size(); i += 2) {
            map.put(keysAndValues.get(i), keysAndValues.get(i + 1));
        }
    }

    private Object remembered(int number) {
        Object value = memo.get(number);
        if (value == null) {
            throw new IllegalArgumentException("its list of tensors can't be read");
        }
        return value;
    }

    private String text(int length) {
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("it is cut off");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String line() {
        StringBuilder line = new StringBuilder();
        for (byte each = in.get(); each != '\n'; each = in.get()) {
            line.append((char) each);
        }
        return line.toString();
    }

    private long wide(int length) {
        byte[] bytes = new byte[length + 1];
        for (int i = length; i > 0; i--) {
            bytes[i] = in.get();
        }
        bytes[0] = (byte) (length > 0 && bytes[1] < 0 ? -1 : 0);
        return new BigInteger(bytes).longValueExact();
    }

    private static List<Long> wholes(Object value) {
        return list(value).stream().map(Long.class::cast).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static Map<Object, Object> map(Object value) {
        return (Map<Object, Object>) value;
    }
}
