/// Proves what `cdk synth` makes of `policies/`.
@org.jspecify.annotations.NullMarked
package secondbackup.template;
