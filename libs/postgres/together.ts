interface Waiting<Question, Answer> {
  readonly question: Question;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Puts questions together: those of one turn of the event loop, and all that come while others are being answered, share
 * one statement. Each is asked after it came, so no answer is older than its question.
 */
export class Together<Question, Answer> {
  private waiting: Waiting<Question, Answer>[] = [];
  private asking = false;

  constructor(
    /** One answer for each question, in their order. */
    private readonly answersTo: (questions: readonly Question[]) => Promise<readonly Answer[]>,
    private readonly askedAtOnceMax = 500,
  ) {}

  ask(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ question, resolve, reject });
      if (this.asking) return;
      this.asking = true;
      setImmediate(() => void this.askAll());
    });
  }

  private async askAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const asked = this.waiting.splice(0, this.askedAtOnceMax);
      try {
        const answers = await this.answersTo(asked.map(({ question }) => question));
        asked.forEach(({ resolve }, i) => resolve(answers[i]!));
      } catch (error) {
        for (const { reject } of asked) reject(error);
      }
    }
    this.asking = false;
  }
}
