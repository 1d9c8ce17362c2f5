package secondbackup.rehearsal;

public final class Rehearsal {
    private Rehearsal() {}

    public static void main(String[] arguments) {
        System.out.println("Rehearsal, seed " + arguments[0] + ", Java " + Runtime.version());
    }
}
