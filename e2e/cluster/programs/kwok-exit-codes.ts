import type { SourceChange } from './source-change';

/**
 * kwok 0.8.0 wraps the error of a command that ran (`cmd wait: …: exit status 1`), and the package that answers the
 * exec does not look inside: every exit code other than 0 reaches the client as an internal error instead of a
 * kubelet's NonZeroExitCode. No configuration changes that, so the error is handed on as the kubelet does.
 */
export const kwokExitCodes: SourceChange = {
  file: 'pkg/kwok/server/debugging_exec.go',
  replace: [
    [
      `import (
	"context"
	"fmt"
	"io"
`,
      `import (
	"context"
	"errors"
	"fmt"
	"io"
	osexec "os/exec"
`,
    ],
    [
      `	"k8s.io/cri-streaming/pkg/streaming/remotecommand"
`,
      `	"k8s.io/cri-streaming/pkg/streaming/remotecommand"
	kubeexec "k8s.io/utils/exec"
`,
    ],
    [
      `	err := utilsexec.Exec(ctx, cmd[0], cmd[1:]...)
	if err != nil {
		return err
	}
`,
      `	err := utilsexec.Exec(ctx, cmd[0], cmd[1:]...)
	if err != nil {
		var exit *osexec.ExitError
		if errors.As(err, &exit) {
			return &kubeexec.ExitErrorWrapper{ExitError: exit}
		}
		return err
	}
`,
    ],
  ],
};
