package secondbackup.simulation.wire;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/// Model classes as the XML that query services answer.
///
/// Source: Smithy 2.0, "AWS query protocol", read 2026-11-22.
public final class XmlBody {
    private final StringBuilder xml = new StringBuilder(1024);

    static void structure(SdkPojo model, XmlBody xml) {
        xml.structure(Shape.of(model.getClass()), model);
    }

    private void structure(Shape shape, SdkPojo model) {
        for (var member : shape.members) {
            var value = Shape.value(member, model);
            if (value != null) {
                member(member, member.nameOut, value);
            }
        }
    }

    private void member(Member member, String tag, Object value) {
        if (value instanceof List<?> list && member.flattened) {
            list.forEach(each -> member(member.element(), tag, each));
            return;
        }
        open(tag);
        switch (value) {
            case SdkPojo model -> structure(member.shape(), model);
            case List<?> list ->
                    list.forEach(each -> member(member.element(), element(member), each));
            case Map<?, ?> map -> map.forEach((key, each) -> entry(member, key, each));
            default -> text(Scalars.write(member, value, Format.ISO_8601));
        }
        close(tag);
    }

    private static String element(Member list) {
        return list.element().nameOut;
    }

    private void entry(Member map, Object key, Object value) {
        open("entry");
        leaf(map.mapKey, key.toString());
        member(map.element(), map.mapValue, value);
        close("entry");
    }

    public XmlBody open(String tag) {
        xml.append('<').append(tag).append('>');
        return this;
    }

    public XmlBody close(String tag) {
        xml.append("</").append(tag).append('>');
        return this;
    }

    public XmlBody leaf(String tag, String text) {
        return open(tag).text(text).close(tag);
    }

    public XmlBody text(String text) {
        for (var at = 0; at < text.length(); at++) {
            escaped(text.charAt(at));
        }
        return this;
    }

    private void escaped(char letter) {
        switch (letter) {
            case '&' -> xml.append("&amp;");
            case '<' -> xml.append("&lt;");
            case '>' -> xml.append("&gt;");
            case '"' -> xml.append("&quot;");
            case '\r' -> xml.append("&#xD;");
            default -> xml.append(letter);
        }
    }

    @Override
    public String toString() {
        return xml.toString();
    }
}
